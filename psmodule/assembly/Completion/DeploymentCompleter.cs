using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.Json;
using System.Threading;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.Engine;
using Microsoft.Rtc.Management.Emulation.Protocol;
using Microsoft.Rtc.Management.Emulation.Session;

namespace Microsoft.Rtc.Management.Emulation.Completion
{
    /// <summary>
    /// Offers what the deployment has: its CAs for -CA, their templates for -Template, the machines of its topology for
    /// -ComputerFqdn, the certificates of the computer for -Thumbprint, and what the Get cmdlets of the topology can be asked
    /// for. The engine is asked, which only reads; where it cannot answer, nothing is offered.
    /// </summary>
    public sealed class DeploymentCompleter : IArgumentCompleter
    {
        private const string Authority = "CA";
        private const string Method = "complete";

        /// <summary>Somebody waits at a prompt: an engine that takes longer, its start on a busy machine included, has nothing to offer.</summary>
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

        public IEnumerable<CompletionResult> CompleteArgument(
            string commandName,
            string parameterName,
            string wordToComplete,
            CommandAst commandAst,
            IDictionary fakeBoundParameters)
        {
            var word = new TypedWord(wordToComplete);
            var offered = new List<CompletionResult>();
            foreach (string value in Ask(commandName, parameterName, word.Text, fakeBoundParameters?[Authority] as string))
            {
                offered.Add(new CompletionResult(word.Spell(value), value, CompletionResultType.ParameterValue, value));
            }

            return offered;
        }

        private static string[] Ask(string command, string parameter, string word, string authority)
        {
            string[] values = Array.Empty<string>();
            try
            {
                BoundParameters.RequireUnicode(parameter, word);
                BoundParameters.RequireUnicode(Authority, authority);
                BoundParameters.RequireUnicode(nameof(command), command);
                using (var patience = new CancellationTokenSource(Patience))
                {
                    RunspaceSession.Current.Engines.Use(
                        engine => engine.Call(
                            Method,
                            json => WriteQuestion(json, command, parameter, word, authority),
                            new SilentCaller(),
                            patience.Token,
                            result => values = JsonFields.Texts(result, "values")),
                        new SilentCaller(),
                        patience.Token);
                }
            }
            catch (Exception failed) when (failed is CallFailure || failed is PipelineStoppedException)
            {
                // The command itself will say what is wrong.
            }

            return values;
        }

        private static void WriteQuestion(Utf8JsonWriter json, string command, string parameter, string word, string authority)
        {
            json.WriteStartObject();
            json.WriteString("command", command.Substring(command.LastIndexOf('\\') + 1));
            json.WriteString("parameter", parameter);
            json.WriteString("word", word);
            if (!string.IsNullOrEmpty(authority) && parameter != Authority)
            {
                json.WriteString("ca", authority);
            }

            json.WriteEndObject();
        }

        /// <summary>A question of the engine would not be understood: nobody runs a command yet.</summary>
        private sealed class SilentCaller : IEngineCaller
        {
            public void Tell(string method, JsonElement parameters)
            {
            }

            public Action<Utf8JsonWriter> Ask(string method, JsonElement parameters) => null;

            public bool IsReaderSatisfied(Exception exception) => false;
        }
    }
}
