using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>
    /// Folders for as long as somebody in this process needs them. Each that we made is private (0700), and is removed
    /// with the last lease where it is still empty; what was there before, or holds something, stays.
    /// </summary>
    internal sealed class FolderLease : IDisposable
    {
        private const uint OwnerOnly = 0x1C0;

        private static readonly object Lock = new object();
        private static readonly List<string> Made = new List<string>();
        private static int leases;

        private bool _released;

        public FolderLease()
        {
            lock (Lock)
            {
                leases++;
            }
        }

        /// <summary>Makes a folder and those above it that are missing.</summary>
        /// <exception cref="IOException">It cannot be made, or is something else than a folder.</exception>
        public void Make(string folder)
        {
            lock (Lock)
            {
                MakeMissing(folder);
            }
        }

        public void Dispose()
        {
            lock (Lock)
            {
                if (_released)
                {
                    return;
                }

                _released = true;
                if (--leases == 0)
                {
                    RemoveEmpty();
                }
            }
        }

        private static void MakeMissing(string folder)
        {
            if (Directory.Exists(folder))
            {
                return;
            }

            string parent = Path.GetDirectoryName(folder);
            if (parent != null)
            {
                MakeMissing(parent);
            }

            if (MakeDirectory(folder, OwnerOnly) == 0)
            {
                Made.Add(folder);
            }
            else if (!Directory.Exists(folder))
            {
                throw new IOException($"the folder \"{folder}\" cannot be made (error {Marshal.GetLastWin32Error()})");
            }
        }

        private static void RemoveEmpty()
        {
            for (int i = Made.Count - 1; i >= 0; i--)
            {
                try
                {
                    Directory.Delete(Made[i], false);
                }
                catch (Exception kept) when (kept is IOException || kept is UnauthorizedAccessException)
                {
                    // It holds something by now, or somebody else removed it.
                }
            }

            Made.Clear();
        }

        /// <summary>mkdir(2): the only call that makes a folder private from its first moment and tells who made it.</summary>
        [DllImport("libc", EntryPoint = "mkdir", SetLastError = true)]
        private static extern int MakeDirectory([MarshalAs(UnmanagedType.LPStr)] string path, uint mode);
    }
}
