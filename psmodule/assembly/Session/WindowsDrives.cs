using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Runtime.InteropServices;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>
    /// Windows drives for scripts that run elsewhere: <c>C:</c> is a PowerShell drive over <c>drives/C</c> in the state
    /// folder, so that the script's own Get-Content C:\… finds what -Output wrote. A drive that exists is never replaced.
    /// </summary>
    internal sealed class WindowsDrives
    {
        private const string FromTheStart = "CDEFG";

        private readonly List<PSDriveInfo> _made = new List<PSDriveInfo>();
        private SessionState _importer;
        private FolderLease _folders;

        /// <summary>False on Windows, which has drives of its own.</summary>
        public static bool AreNeeded => !RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

        /// <summary>True for a drive of this kind, whoever made it: the console host makes its own at its start.</summary>
        public bool IsOurs(PSDriveInfo drive) =>
            _made.Contains(drive)
            || (AreNeeded
                && drive.Name.Length == 1
                && IsLetter(drive.Name[0])
                && StateFolder.Find() is string home
                && SameFolder(drive.Root, RootOf(home, drive.Name[0])));

        /// <summary>Makes the usual drives that are not there.</summary>
        /// <returns>Null, or one sentence on why they cannot be made.</returns>
        public string EnsureUsual(SessionState state)
        {
            foreach (char letter in AreNeeded ? FromTheStart : string.Empty)
            {
                string problem = Ensure(state, letter);
                if (problem != null)
                {
                    return problem;
                }
            }

            return null;
        }

        /// <summary>Makes the drive that a path begins with, where it is a Windows drive that does not exist yet.</summary>
        public void EnsureFor(SessionState state, string path)
        {
            if (AreNeeded && IsOnDrive(path))
            {
                Ensure(state, char.ToUpperInvariant(path[0]));
            }
        }

        /// <summary>The drive of one letter that a path begins with, ours or not; null where there is none.</summary>
        public PSDriveInfo Named(SessionState state, string path) => IsOnDrive(path) ? Existing(state, path[0]) : null;

        /// <summary>Takes our drives away with the module, and the folders that were made for nothing.</summary>
        public void Remove()
        {
            foreach (PSDriveInfo drive in _made)
            {
                try
                {
                    _importer.Drive.Remove(drive.Name, true, "global");
                }
                catch (SessionStateException)
                {
                    // The caller removed it before us.
                }
            }

            _made.Clear();
            ReleaseFolders();
        }

        /// <summary>Folders we made that are still empty disappear: a -WhatIf leaves no state folder where there was none.</summary>
        public void ReleaseFolders()
        {
            _folders?.Dispose();
            _folders = null;
        }

        private string Ensure(SessionState state, char letter)
        {
            string home = StateFolder.Find();
            if (home is null)
            {
                return "The drives C: to G: cannot be made: there is no home folder. Set CSCERT_HOME.";
            }

            string root = RootOf(home, letter);
            PSDriveInfo existing = Existing(state, letter);
            if (existing != null && !SameFolder(existing.Root, root))
            {
                return null;
            }

            try
            {
                _folders = _folders ?? new FolderLease();
                _folders.Make(root);
                if (existing is null)
                {
                    _importer = state;
                    ProviderInfo files = state.Provider.GetOne("FileSystem");
                    _made.Add(state.Drive.New(new PSDriveInfo(letter.ToString(), files, root, "Emulated Windows drive", null), "global"));
                }

                return null;
            }
            catch (Exception refused) when (refused is IOException || refused is SessionStateException || refused is ProviderInvocationException)
            {
                return $"The drive {letter}: cannot be made in \"{Protocol.DisplayText.Of(home)}\": {Protocol.DisplayText.Of(refused.Message)}";
            }
        }

        private static PSDriveInfo Existing(SessionState state, char letter)
        {
            foreach (PSDriveInfo drive in state.Drive.GetAll())
            {
                if (string.Equals(drive.Name, letter.ToString(), StringComparison.OrdinalIgnoreCase))
                {
                    return drive;
                }
            }

            return null;
        }

        private static bool IsOnDrive(string path) => path.Length > 1 && path[1] == ':' && IsLetter(path[0]);

        private static bool IsLetter(char character) => (character | 0x20) >= 'a' && (character | 0x20) <= 'z';

        private static string RootOf(string home, char letter) =>
            Path.Combine(home, "drives", char.ToUpperInvariant(letter).ToString());

        private static bool SameFolder(string left, string right) =>
            string.Equals(left.TrimEnd('/'), right.TrimEnd('/'), StringComparison.Ordinal);
    }
}
