using System;
using System.Management.Automation;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Engine;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>
    /// Does what the engine calls back, in its order, on the pipeline thread of whoever called it: a running cmdlet, or a
    /// provider that works for one.
    /// </summary>
    internal abstract class HostCaller : IEngineCaller
    {
        public void Tell(string method, JsonElement parameters)
        {
            switch (method)
            {
                case HostMethods.Output:
                    WriteOutput(parameters);
                    break;
                case HostMethods.Verbose:
                    WriteVerbose(JsonFields.Text(parameters, "text"));
                    break;
                case HostMethods.Debug:
                    WriteDebug(JsonFields.Text(parameters, "text"));
                    break;
                case HostMethods.Warning:
                    WriteWarning(JsonFields.Text(parameters, "text"));
                    break;
                case HostMethods.Information:
                    WriteHostLine(JsonFields.Text(parameters, "text"));
                    break;
                case HostMethods.Error:
                    WriteError(CommandErrors.FromData(parameters));
                    break;
                case HostMethods.Progress:
                    WriteProgress(parameters);
                    break;
                default:
                    // JSON-RPC 2.0 section 4.1: a notification that is not understood is not answered.
                    break;
            }
        }

        public Action<Utf8JsonWriter> Ask(string method, JsonElement parameters)
        {
            switch (method)
            {
                case HostMethods.ShouldProcess:
                    return Proceed(ShouldProcess(parameters));
                case HostMethods.ShouldContinue:
                    return Proceed(ShouldContinue(JsonFields.Text(parameters, "query"), JsonFields.Text(parameters, "caption")));
                case HostMethods.EnvironmentVariable:
                    string value = Environment.GetEnvironmentVariable(JsonFields.Text(parameters, "name"));
                    return json => json.WriteString("value", value);
                default:
                    return null;
            }
        }

        /// <summary>Writing stops like that for Select-Object -First as for Ctrl+C; only then is the pipeline itself stopping.</summary>
        public bool IsReaderSatisfied(Exception exception) => exception is PipelineStoppedException && !IsStopping;

        protected abstract bool IsStopping { get; }

        protected abstract void WriteOutput(JsonElement parameters);

        protected abstract void WriteVerbose(string text);

        protected abstract void WriteDebug(string text);

        protected abstract void WriteWarning(string text);

        protected abstract void WriteInformation(object message, string[] tags);

        protected abstract void WriteError(ErrorRecord error);

        protected abstract void WriteProgress(ProgressRecord progress);

        protected abstract bool ShouldProcess(string description, string query, string caption);

        protected abstract bool ShouldContinue(string query, string caption);

        private bool ShouldProcess(JsonElement parameters) => ShouldProcess(
            JsonFields.Text(parameters, "description"),
            JsonFields.Text(parameters, "query"),
            JsonFields.Text(parameters, "caption"));

        private static Action<Utf8JsonWriter> Proceed(bool proceed) => json => json.WriteBoolean("proceed", proceed);

        /// <summary>What Write-Host does: shown without any preference, and still redirectable.</summary>
        private void WriteHostLine(string text) =>
            WriteInformation(new HostInformationMessage { Message = text }, new[] { "PSHOST" });

        private void WriteProgress(JsonElement parameters)
        {
            var progress = new ProgressRecord(1, JsonFields.Text(parameters, "activity"), JsonFields.Text(parameters, "status"))
            {
                PercentComplete = Math.Max(0, Math.Min(100, JsonFields.Number(parameters, "percent"))),
            };
            WriteProgress(progress);
        }
    }
}
