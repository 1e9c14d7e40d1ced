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
            if (!string.IsNullOrWhiteSpace(setting))
            {
                return Path.GetFullPath(setting);
            }

            string data = DataFolder(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
            return data is null ? null : Path.Combine(data, "cscert");
        }

        private static string DataFolder(string home)
        {
            if (!RuntimeInformation.IsOSPlatform(OSPlatform.OSX))
            {
                // The XDG base directory specification: a relative path is to be ignored.
                string data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
                if (!string.IsNullOrEmpty(data) && Path.IsPathRooted(data))
                {
                    return data;
                }
            }

            if (string.IsNullOrEmpty(home))
            {
                return null;
            }

            bool mac = RuntimeInformation.IsOSPlatform(OSPlatform.OSX);
            return Path.Combine(home, mac ? "Library/Application Support" : ".local/share");
        }
    }
}
