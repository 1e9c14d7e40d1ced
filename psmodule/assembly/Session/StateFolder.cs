using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>
    /// Where the state folder is, by the same rule as the engine's: <c>CSCERT_HOME</c>, else the platform's folder for the
    /// user's data. Only asked for off Windows, for the drives.
    /// </summary>
    internal static class StateFolder
    {
        /// <summary>An absolute path, or null where no home folder is known. It need not exist.</summary>
        public static string Find()
        {
            string setting = Environment.GetEnvironmentVariable("CSCERT_HOME");
            if (!string.IsNullOrEmpty(setting))
            {
                return Path.GetFullPath(setting);
            }

            string home = Environment.GetEnvironmentVariable("HOME");
            string data = RuntimeInformation.IsOSPlatform(OSPlatform.OSX)
                ? Under(home, "Library/Application Support")
                : Absolute(Environment.GetEnvironmentVariable("XDG_DATA_HOME")) ?? Under(home, ".local/share");
            return data is null ? null : Path.Combine(data, "cscert");
        }

        /// <summary>The XDG base directory specification: a relative path is to be ignored.</summary>
        private static string Absolute(string path) =>
            !string.IsNullOrEmpty(path) && Path.IsPathRooted(path) ? path : null;

        private static string Under(string home, string folder) =>
            Absolute(home) is string root ? Path.Combine(root, folder) : null;
    }
}
