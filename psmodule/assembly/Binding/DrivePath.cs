using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace Microsoft.Rtc.Management.Emulation.Binding
{
    /// <summary>
    /// A path on one of the emulated Windows drives, put together as Windows does it: <c>..</c> ends at the drive's root.
    /// PowerShell is not asked, since its file system provider refuses such a path and names the host's folder.
    /// </summary>
    internal sealed class DrivePath
    {
        private static readonly char[] Separators = { '\\', '/' };

        private DrivePath(PSDriveInfo drive, string start, string rest)
        {
            DriveRoot = drive.Root;
            ProviderPath = drive.Root.TrimEnd('/') + "/" + string.Join("/", Names(start + "/" + rest)) + Ending(rest);
        }

        public string DriveRoot { get; }

        public string ProviderPath { get; }

        /// <returns>Null where the path is on none of our drives: then it is PowerShell's own affair.</returns>
        public static DrivePath Find(SessionState caller, string given, Session.WindowsDrives drives)
        {
            PSDriveInfo named = drives.Named(caller, given);
            if (named != null)
            {
                return Below(named, given.Substring(2), drives);
            }

            bool elsewhere = IsQualified(given) || IsInHome(given) || given.StartsWith("/", StringComparison.Ordinal) || IsShare(given);
            PSDriveInfo current = caller.Path.CurrentLocation.Drive;
            return elsewhere || current is null ? null : Below(current, given, drives);
        }

        /// <summary>One backslash in front: the root of the current drive, of which a folder of this host has none.</summary>
        public static bool StartsAtRoot(string given) => given.StartsWith("\\", StringComparison.Ordinal) && !IsShare(given);

        public static bool IsShare(string given) => given.StartsWith(@"\\", StringComparison.Ordinal);

        private static DrivePath Below(PSDriveInfo drive, string rest, Session.WindowsDrives drives)
        {
            if (!drives.IsOurs(drive))
            {
                return null;
            }

            bool fromRoot = rest.IndexOfAny(Separators) == 0;
            return new DrivePath(drive, fromRoot ? string.Empty : drive.CurrentLocation, rest);
        }

        private static List<string> Names(string path)
        {
            var names = new List<string>();
            foreach (string name in path.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            {
                if (name == "..")
                {
                    names.RemoveRange(Math.Max(0, names.Count - 1), Math.Min(1, names.Count));
                }
                else if (name != ".")
                {
                    names.Add(name);
                }
            }

            return names;
        }

        /// <summary>A separator at the end says that a folder is meant; the engine judges that.</summary>
        private static string Ending(string rest) => rest.Length > 0 && rest.LastIndexOfAny(Separators) == rest.Length - 1 ? "/" : string.Empty;

        /// <summary>Names a drive or a provider: <c>Env:x</c>, <c>FileSystem::x</c>.</summary>
        private static bool IsQualified(string given)
        {
            int colon = given.IndexOf(':');
            int separator = given.IndexOfAny(Separators);
            return colon >= 0 && (separator < 0 || colon < separator || given.IndexOf("::", StringComparison.Ordinal) == colon);
        }

        private static bool IsInHome(string given) => given == "~" || (given[0] == '~' && given.IndexOfAny(Separators) == 1);

    }
}
