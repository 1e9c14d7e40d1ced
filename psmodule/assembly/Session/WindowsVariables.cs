using System;
using System.IO;
using System.Management.Automation;
using System.Text.Json;
using System.Threading;
using Microsoft.Rtc.Management.Emulation.Engine;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>
    /// The environment variables that Windows always has, for a session elsewhere that was promised them: the engine says
    /// which are missing. Once a process, since all its runspaces share them.
    /// </summary>
    internal static class WindowsVariables
    {
        private const string Setting = "CSCERT_WINDOWS_VARIABLES";
        private const string Method = "sessionVariables";
        private const string Note = "installation.json";

        /// <summary>An import must not wait long for an engine that hangs; the first command will say what is wrong.</summary>
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

        private static int supplied;

        public static void Supply(EnginePool engines, IEngineCaller caller)
        {
            if (!AreWanted() || Interlocked.Exchange(ref supplied, 1) == 1)
            {
                return;
            }

            try
            {
                using (var patience = new CancellationTokenSource(Patience))
                {
                    engines.Use(engine => engine.Call(Method, WriteNothing, caller, patience.Token, Set), caller, patience.Token);
                }
            }
            catch (Exception failed) when (failed is CallFailure || failed is PipelineStoppedException)
            {
                // The first command will say so.
            }
        }

        /// <summary>No engine is started for a session that was promised nothing.</summary>
        private static bool AreWanted()
        {
            if (!WindowsDrives.AreNeeded)
            {
                return false;
            }

            string setting = Environment.GetEnvironmentVariable(Setting);
            if (!string.IsNullOrWhiteSpace(setting))
            {
                return setting != "0";
            }

            return StateFolder.Find() is string home && File.Exists(Path.Combine(home, Note));
        }

        private static void WriteNothing(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteEndObject();
        }

        private static void Set(JsonElement result)
        {
            JsonElement variables = JsonFields.Object(result, "variables");
            foreach (JsonProperty variable in variables.EnumerateObject())
            {
                Environment.SetEnvironmentVariable(variable.Name, JsonFields.Text(variables, variable.Name));
            }
        }
    }
}
