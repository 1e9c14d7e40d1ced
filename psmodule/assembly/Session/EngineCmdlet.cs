using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Text.Json;
using System.Threading;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.Engine;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>
    /// A cmdlet whose work the engine does: it hands over what was bound and in which surroundings, and does what the
    /// engine calls back. Preferences, -WhatIf, -Confirm and stream redirection stay PowerShell's own.
    /// </summary>
    public abstract class EngineCmdlet : PSCmdlet, IDisposable
    {
        private readonly CancellationTokenSource _stop = new CancellationTokenSource();

        /// <summary>The engine's method behind the cmdlet.</summary>
        private protected abstract string Method { get; }

        /// <summary>Parameters that hold a path.</summary>
        private protected abstract ICollection<string> PathParameters { get; }

        /// <summary>False where the switch that chose the parameter set was turned off (<c>-Clear:$false</c>).</summary>
        private protected abstract bool IsSelected { get; }

        /// <summary>Ctrl+C: called on another thread, and must not wait.</summary>
        protected override void StopProcessing() => _stop.Cancel();

        protected override void ProcessRecord()
        {
            ErrorRecord error = IsSelected ? Run(RunspaceSession.Current) : CallFailure.NothingSelected().ToErrorRecord();
            if (error != null)
            {
                ThrowTerminatingError(error);
            }
        }

        public void Dispose()
        {
            _stop.Dispose();
            GC.SuppressFinalize(this);
        }

        private ErrorRecord Run(RunspaceSession session)
        {
            session.BeginCommand(MyInvocation.MyCommand.Module, SessionState);
            try
            {
                var caller = new CmdletCaller(this);
                return session.Engines.Use(
                    engine => engine.Call(Method, json => WriteParameters(json, session), caller, _stop.Token),
                    caller,
                    _stop.Token);
            }
            catch (CallFailure failure)
            {
                return failure.ToErrorRecord();
            }
            catch (SessionStateException refused)
            {
                return new ErrorRecord(refused.ErrorRecord, refused);
            }
        }

        private void WriteParameters(Utf8JsonWriter json, RunspaceSession session)
        {
            json.WriteStartObject();
            json.WriteString("parameterSet", ParameterSetName);
            json.WritePropertyName("parameters");
            BoundParameters.Write(
                json,
                MyInvocation.BoundParameters,
                PathParameters,
                (parameter, given) => ResolvedPath.Resolve(SessionState, parameter, given, session));
            json.WritePropertyName("context");
            new CallContext(this).Write(json);
            json.WriteEndObject();
        }
    }
}
