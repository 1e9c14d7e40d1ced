using System;
using System.Management.Automation;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Engine;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>Does what the engine calls back, in its order, on the pipeline thread of a running cmdlet.</summary>
    internal sealed class CmdletCaller : IEngineCaller
    {
        private readonly Cmdlet _cmdlet;
        private readonly bool _agreed;
        private readonly OutputObjects _objects = new OutputObjects();

        /// <param name="agreed">The caller agreed to everything beforehand; -WhatIf must not be in effect then.</param>
        public CmdletCaller(Cmdlet cmdlet, bool agreed)
        {
            _cmdlet = cmdlet;
            _agreed = agreed;
        }

        public void Tell(string method, JsonElement parameters)
        {
            switch (method)
            {
                case HostMethods.Output:
                    WriteOutput(parameters);
                    break;
                case HostMethods.Verbose:
                    _cmdlet.WriteVerbose(JsonFields.Text(parameters, "text"));
                    break;
                case HostMethods.Debug:
                    _cmdlet.WriteDebug(JsonFields.Text(parameters, "text"));
                    break;
                case HostMethods.Warning:
                    _cmdlet.WriteWarning(JsonFields.Text(parameters, "text"));
                    break;
                case HostMethods.Information:
                    WriteHostLine(JsonFields.Text(parameters, "text"));
                    break;
                case HostMethods.Error:
                    _cmdlet.WriteError(CommandErrors.FromData(parameters));
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
                    return Proceed(_cmdlet.ShouldContinue(JsonFields.Text(parameters, "query"), JsonFields.Text(parameters, "caption")));
                case HostMethods.EnvironmentVariable:
                    string value = Environment.GetEnvironmentVariable(JsonFields.Text(parameters, "name"));
                    return json => json.WriteString("value", value);
                default:
                    return null;
            }
        }

        /// <summary>Writing stops like that for Select-Object -First as for Ctrl+C; only then is the pipeline itself stopping.</summary>
        public bool IsReaderSatisfied(Exception exception) => exception is PipelineStoppedException && !_cmdlet.Stopping;

        private void WriteOutput(JsonElement parameters)
        {
            if (_objects.TryComplete(parameters, out object complete))
            {
                _cmdlet.WriteObject(complete);
            }
        }

        private bool ShouldProcess(JsonElement parameters)
        {
            string description = JsonFields.Text(parameters, "description");
            if (_agreed)
            {
                _cmdlet.WriteVerbose(description);
                return true;
            }

            return _cmdlet.ShouldProcess(description, JsonFields.Text(parameters, "query"), JsonFields.Text(parameters, "caption"), out _);
        }

        private static Action<Utf8JsonWriter> Proceed(bool proceed) => json => json.WriteBoolean("proceed", proceed);

        /// <summary>What Write-Host does: shown without any preference, and still redirectable.</summary>
        private void WriteHostLine(string text) =>
            _cmdlet.WriteInformation(new HostInformationMessage { Message = text }, new[] { "PSHOST" });

        private void WriteProgress(JsonElement parameters)
        {
            var progress = new ProgressRecord(1, JsonFields.Text(parameters, "activity"), JsonFields.Text(parameters, "status"))
            {
                PercentComplete = Math.Max(0, Math.Min(100, JsonFields.Number(parameters, "percent"))),
            };
            _cmdlet.WriteProgress(progress);
        }
    }
}
