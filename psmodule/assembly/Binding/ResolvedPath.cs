using System;
using System.Management.Automation;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Binding
{
    /// <summary>A path parameter: what was typed, and where PowerShell says that is. Nothing is looked up on disk.</summary>
    internal sealed class ResolvedPath
    {
        private const string FileSystem = "FileSystem";

        private readonly string _given;
        private readonly string _path;
        private readonly string _provider;
        private readonly string _driveRoot;

        private ResolvedPath(string given, string path, string provider, string driveRoot)
        {
            _given = given;
            _path = path;
            _provider = provider;
            _driveRoot = driveRoot;
        }

        /// <summary>
        /// Resolves relative to the caller's location. Off Windows, a Windows drive that is named for the first time is
        /// made on the way.
        /// </summary>
        /// <exception cref="SessionStateException">PowerShell's own, for an unknown drive or provider.</exception>
        /// <exception cref="CallFailure">PowerShell cannot resolve the path.</exception>
        public static ResolvedPath Resolve(SessionState caller, string parameter, string given, Session.RunspaceSession session)
        {
            session.Drives.EnsureFor(caller, given);
            DrivePath ours = DrivePath.Find(caller, given, session.Drives);
            if (ours != null)
            {
                return new ResolvedPath(given, ours.ProviderPath, FileSystem, ours.DriveRoot);
            }

            bool fromRoot = DrivePath.StartsAtRoot(given) && caller.Path.CurrentLocation.Provider.Name == FileSystem;
            if (Session.WindowsDrives.AreNeeded && (fromRoot || DrivePath.IsShare(given)))
            {
                // PowerShell would make them paths of this host; the engine knows where a share lies, and refuses a root.
                return new ResolvedPath(given, given, FileSystem, null);
            }

            try
            {
                string path = caller.Path.GetUnresolvedProviderPathFromPSPath(given, out ProviderInfo provider, out _);
                return new ResolvedPath(given, path, provider.Name, null);
            }
            catch (Exception refused) when (refused is ProviderInvocationException || refused is ArgumentException || refused is NotSupportedException)
            {
                throw CallFailure.PathNotResolved(parameter, given);
            }
        }

        /// <summary>A name for what is no file.</summary>
        public static ResolvedPath Of(string name) => new ResolvedPath(name, name, FileSystem, null);

        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("given", _given);
            json.WriteString("path", _path);
            json.WriteString("provider", _provider);
            if (_driveRoot != null)
            {
                json.WriteString("driveRoot", _driveRoot);
            }

            json.WriteEndObject();
        }
    }
}
