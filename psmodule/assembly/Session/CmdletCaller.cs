using System.Management.Automation;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>A running cmdlet as the caller of the engine.</summary>
    internal sealed class CmdletCaller : HostCaller
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

        protected override bool IsStopping => _cmdlet.Stopping;

        protected override void WriteOutput(JsonElement parameters)
        {
            if (_objects.TryComplete(parameters, out object complete))
            {
                _cmdlet.WriteObject(complete);
            }
        }

        protected override void WriteVerbose(string text) => _cmdlet.WriteVerbose(text);

        protected override void WriteDebug(string text) => _cmdlet.WriteDebug(text);

        protected override void WriteWarning(string text) => _cmdlet.WriteWarning(text);

        protected override void WriteInformation(object message, string[] tags) => _cmdlet.WriteInformation(message, tags);

        protected override void WriteError(ErrorRecord error) => _cmdlet.WriteError(error);

        protected override void WriteProgress(ProgressRecord progress) => _cmdlet.WriteProgress(progress);

        protected override bool ShouldProcess(string description, string query, string caption)
        {
            if (_agreed)
            {
                _cmdlet.WriteVerbose(description);
                return true;
            }

            return _cmdlet.ShouldProcess(description, query, caption, out _);
        }

        protected override bool ShouldContinue(string query, string caption) => _cmdlet.ShouldContinue(query, caption);
    }
}
