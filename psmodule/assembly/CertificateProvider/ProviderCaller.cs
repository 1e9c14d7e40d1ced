using System.Management.Automation;
using System.Management.Automation.Provider;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Protocol;
using Microsoft.Rtc.Management.Emulation.Session;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>A provider as the caller of the engine: what is said goes to the cmdlet that it works for.</summary>
    internal sealed class ProviderCaller : HostCaller
    {
        private readonly CmdletProvider _provider;

        public ProviderCaller(CmdletProvider provider)
        {
            _provider = provider;
        }

        protected override bool IsStopping => _provider.Stopping;

        protected override void WriteOutput(JsonElement parameters) => throw CallFailure.NotAMessage("an object of a drive's method");

        protected override void WriteVerbose(string text) => _provider.WriteVerbose(text);

        protected override void WriteDebug(string text) => _provider.WriteDebug(text);

        protected override void WriteWarning(string text) => _provider.WriteWarning(text);

        protected override void WriteInformation(object message, string[] tags) => _provider.WriteInformation(message, tags);

        protected override void WriteError(ErrorRecord error) => _provider.WriteError(error);

        protected override void WriteProgress(ProgressRecord progress) => _provider.WriteProgress(progress);

        protected override bool ShouldProcess(string description, string query, string caption) =>
            _provider.ShouldProcess(description, query, caption);

        protected override bool ShouldContinue(string query, string caption) => _provider.ShouldContinue(query, caption);
    }
}
