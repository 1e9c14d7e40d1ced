using System;
using System.Management.Automation;
using System.Threading;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.CertificateProvider;
using Microsoft.Rtc.Management.Emulation.Protocol;
using Microsoft.Rtc.Management.Emulation.Session;

namespace Microsoft.CertificateServices.Commands
{
    /// <summary>
    /// An everyday cmdlet of Windows' module PKI, over the engine's store. A failure ends the statement, so that try and
    /// catch see it.
    /// </summary>
    public abstract class PkiCmdlet : PSCmdlet, IDisposable
    {
        private readonly CancellationTokenSource _stop = new CancellationTokenSource();

        public void Dispose()
        {
            _stop.Dispose();
            GC.SuppressFinalize(this);
        }

        /// <summary>Ctrl+C: called on another thread, and must not wait.</summary>
        protected override void StopProcessing() => _stop.Cancel();

        protected override void ProcessRecord() => Guarded(Run);

        private protected abstract void Run(StoreClient store);

        private protected void Guarded(Action<StoreClient> action)
        {
            try
            {
                action(new StoreClient(new CmdletCaller(this, false), new CallContext(this), _stop.Token));
            }
            catch (StoreFailure failure)
            {
                ThrowTerminatingError(failure.Record);
            }
            catch (CallFailure failure)
            {
                ThrowTerminatingError(new StoreFailure(failure).Record);
            }
        }

        /// <summary>A place of a certificate drive.</summary>
        private protected StorePath Place(string path)
        {
            string place = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            if (!typeof(CertificateStoreProvider).IsAssignableFrom(provider.ImplementingType))
            {
                throw Refused("NotACertificateStore", ErrorCategory.InvalidArgument, $"The path \"{DisplayText.Of(path)}\" is not one of a certificate store such as Cert:\\LocalMachine\\My.", path);
            }

            return StorePath.Parse(place);
        }

        /// <summary>Drives and relative paths as everywhere in PowerShell.</summary>
        private protected ResolvedPath File(string path) =>
            ResolvedPath.Resolve(SessionState, "FilePath", path, RunspaceSession.Current);

        private protected static StoreFailure Refused(string id, ErrorCategory category, string sentence, object target)
        {
            Exception exception = category == ErrorCategory.InvalidArgument
                ? new ArgumentException(sentence)
                : (Exception)new InvalidOperationException(sentence);
            return new StoreFailure(new ErrorRecord(exception, id, category, target));
        }
    }
}
