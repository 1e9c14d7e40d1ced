using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Engine
{
    /// <summary>Which Node.js runs which script, for the module that this assembly lies in (<c>bin</c> beside <c>engine</c>).</summary>
    internal sealed class EngineCommand
    {
        private EngineCommand(string node, string script)
        {
            Node = node;
            Script = script;
        }

        public string Node { get; }

        public string Script { get; }

        /// <summary>
        /// The engine's line protocol on stdin and stdout, with a young generation of 4 MB a half: V8's own 16 MB cost a
        /// third more memory when ten thousand requests are listed, and save no time.
        /// </summary>
        public string Arguments => "--max-semi-space-size=4 " + Quote(Script) + " rpc";

        /// <summary>
        /// <c>CSCERT_ENGINE</c> (for tests) names another script, <c>CSCERT_NODE</c> another Node.js. Without it, set-up's
        /// note beside the engine counts, then PATH.
        /// </summary>
        /// <exception cref="CallFailure">One of the two is missing.</exception>
        public static EngineCommand Find()
        {
            string folder = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(typeof(EngineCommand).Assembly.Location)), "engine");
            string script = Setting("CSCERT_ENGINE") ?? Path.Combine(folder, "main.cjs");
            if (!File.Exists(script))
            {
                throw CallFailure.EngineNotFound(script);
            }

            return new EngineCommand(FindNode(folder), Path.GetFullPath(script));
        }

        private static string FindNode(string engineFolder)
        {
            string wanted = Setting("CSCERT_NODE");
            if (wanted != null)
            {
                return File.Exists(wanted) ? Path.GetFullPath(wanted) : throw CallFailure.NodeNotFound(wanted);
            }

            foreach (string candidate in Candidates(engineFolder))
            {
                if (File.Exists(candidate))
                {
                    return candidate;
                }
            }

            throw CallFailure.NodeNotFound(null);
        }

        private static IEnumerable<string> Candidates(string engineFolder)
        {
            string noted = NotedPath(Path.Combine(engineFolder, "node.json"));
            if (noted != null)
            {
                yield return Path.GetFullPath(Path.Combine(engineFolder, noted));
            }

            string name = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "node.exe" : "node";
            foreach (string folder in (Setting("PATH") ?? string.Empty).Split(Path.PathSeparator))
            {
                // A relative entry would run whatever lies in the current folder.
                if (Path.IsPathRooted(folder))
                {
                    yield return Path.Combine(folder, name);
                }
            }
        }

        private static string NotedPath(string file)
        {
            if (!File.Exists(file))
            {
                return null;
            }

            try
            {
                using (JsonDocument note = JsonDocument.Parse(File.ReadAllBytes(file)))
                {
                    return JsonFields.OptionalText(note.RootElement, "path");
                }
            }
            catch (Exception unreadable) when (unreadable is JsonException || unreadable is IOException || unreadable is CallFailure)
            {
                return null;
            }
        }

        private static string Setting(string name)
        {
            string value = Environment.GetEnvironmentVariable(name);
            return string.IsNullOrEmpty(value) ? null : value;
        }

        /// <summary>One argument by the C runtime's rules, which .NET also follows on other systems.</summary>
        private static string Quote(string argument)
        {
            var quoted = new StringBuilder("\"");
            int backslashes = 0;
            foreach (char character in argument)
            {
                if (character == '\\')
                {
                    backslashes++;
                    continue;
                }

                quoted.Append('\\', character == '"' ? (backslashes * 2) + 1 : backslashes).Append(character);
                backslashes = 0;
            }

            return quoted.Append('\\', backslashes * 2).Append('"').ToString();
        }
    }
}
