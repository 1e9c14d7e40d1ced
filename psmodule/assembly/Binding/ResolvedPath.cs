using System.Management.Automation;
using System.Text.Json;

namespace Microsoft.Rtc.Management.Emulation.Binding
{
    /// <summary>A path parameter: what was typed, and where PowerShell says that is. Nothing is looked up on disk.</summary>
    internal sealed class ResolvedPath
    {
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
        /// <exception cref="RuntimeException">PowerShell's own, for an unknown drive or provider.</exception>
        public static ResolvedPath Resolve(SessionState caller, string given, Session.RunspaceSession session)
        {
            session.Drives.EnsureFor(caller, given);
            string path = caller.Path.GetUnresolvedProviderPathFromPSPath(given, out ProviderInfo provider, out PSDriveInfo drive);
            string driveRoot = drive != null && session.Drives.IsOurs(drive) ? drive.Root : null;
            return new ResolvedPath(given, path, provider.Name, driveRoot);
        }

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
