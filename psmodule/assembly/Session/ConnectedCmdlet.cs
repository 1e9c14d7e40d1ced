using System;
using System.Management.Automation;
using System.Text.Json;
using System.Threading;
using Microsoft.Rtc.Management.Emulation.Engine;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>
    /// A cmdlet that calls the engine of its runspace, and does what the engine calls back. Preferences, -WhatIf,
    /// -Confirm and stream redirection stay PowerShell's own.
    /// </summary>
    public abstract class ConnectedCmdlet : PSCmdlet, IDisposable
    {
        private readonly CancellationTokenSource _stop = new CancellationTokenSource();

        /// <summary>True where the caller agreed beforehand (-Force), so that -Confirm's question is not asked.</summary>
        private protected virtual bool HasAgreed => false;

        /// <summary>Ctrl+C: called on another thread, and must not wait.</summary>
        protected override void StopProcessing() => _stop.Cancel();

        public void Dispose()
        {
            _stop.Dispose();
            GC.SuppressFinalize(this);
        }

        /// <summary>
        /// Runs one method to its end; the context is added to the fields. A call that does not come about ends the
        /// statement.
        /// </summary>
        /// <returns>Null, or the error the engine ended the call with.</returns>
        private protected ErrorRecord Call(string method, Action<Utf8JsonWriter> writeFields)
        {
            RunspaceSession session = RunspaceSession.Current;
            session.BeginCommand(MyInvocation.MyCommand.Module, SessionState);
            try
            {
                var caller = new CmdletCaller(this, HasAgreed);
                return session.Engines.Use(
                    engine => engine.Call(method, json => WriteParameters(json, writeFields), caller, _stop.Token),
                    caller,
                    _stop.Token);
            }
            catch (CallFailure failure)
            {
                ThrowTerminatingError(failure.ToErrorRecord());
                throw;
            }
        }

        private void WriteParameters(Utf8JsonWriter json, Action<Utf8JsonWriter> writeFields)
        {
            json.WriteStartObject();
            writeFields(json);
            json.WritePropertyName("context");
            new CallContext(this).Write(json);
            json.WriteEndObject();
        }
    }
}
