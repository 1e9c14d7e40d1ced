using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime.InteropServices;

namespace Microsoft.Rtc.Management.Emulation.Engine
{
    /// <summary>
    /// What an engine gets to see of the environment: an allow-list, so that nothing (<c>NODE_OPTIONS</c> above all)
    /// changes how it runs. A script may set one of these variables half-way; an engine started before no longer fits.
    /// Off Windows the Windows variables of a session name places that only PowerShell knows.
    /// </summary>
    internal sealed class EngineEnvironment
    {
        private static readonly string[] Everywhere = { "PATH", "HOME", "USER", "LOGNAME", "LANG", "TZ", "TMPDIR" };

        private static readonly string[] OnWindows =
        {
            "TEMP", "TMP", "SystemRoot", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "COMPUTERNAME", "USERNAME", "USERDOMAIN",
            "CommonProgramFiles",
        };

        private static readonly HashSet<string> Names =
            new HashSet<string>(IsWindows ? Everywhere.Concat(OnWindows) : Everywhere, NameComparer);

        private static readonly string[] Prefixes = { "LC_", "XDG_", "CSCERT_" };

        private readonly SortedDictionary<string, string> _variables;

        private EngineEnvironment(SortedDictionary<string, string> variables)
        {
            _variables = variables;
        }

        private static bool IsWindows => RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

        private static StringComparer NameComparer => IsWindows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

        public static EngineEnvironment Current()
        {
            var variables = new SortedDictionary<string, string>(NameComparer);
            foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            {
                string name = (string)variable.Key;
                if (Names.Contains(name) || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
                {
                    variables[name] = (string)variable.Value;
                }
            }

            return new EngineEnvironment(variables);
        }

        public void ApplyTo(ProcessStartInfo start)
        {
            start.Environment.Clear();
            foreach (KeyValuePair<string, string> variable in _variables)
            {
                start.Environment[variable.Key] = variable.Value;
            }

            if (!IsWindows)
            {
                // glibc: one arena, since one for each of V8's threads keeps megabytes that nobody uses.
                start.Environment["MALLOC_ARENA_MAX"] = "1";

                // glibc's own value, which it would raise with every larger block that is freed.
                start.Environment["MALLOC_TRIM_THRESHOLD_"] = "131072";
            }
        }

        /// <summary>True where an engine started with the other environment still fits; PATH only served to find Node.js.</summary>
        public bool Fits(EngineEnvironment other) => WithoutPath().SequenceEqual(other.WithoutPath());

        private IEnumerable<KeyValuePair<string, string>> WithoutPath() =>
            _variables.Where(variable => !NameComparer.Equals(variable.Key, "PATH"));
    }
}
