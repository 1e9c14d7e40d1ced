using System.Collections.Generic;
using System.Management.Automation;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>A cmdlet of the product: the engine gets its parameter set and what was bound, under the documented names.</summary>
    public abstract class EngineCmdlet : ConnectedCmdlet
    {
        /// <summary>The engine's method behind the cmdlet.</summary>
        private protected abstract string Method { get; }

        /// <summary>Parameters that hold a path.</summary>
        private protected abstract ICollection<string> PathParameters { get; }

        /// <summary>False where the switch that chose the parameter set was turned off (<c>-Clear:$false</c>).</summary>
        private protected virtual bool IsSelected => true;

        protected override void ProcessRecord()
        {
            ErrorRecord error = IsSelected ? Run() : CallFailure.NothingSelected().ToErrorRecord();
            if (error != null)
            {
                ThrowTerminatingError(error);
            }
        }

        private ErrorRecord Run()
        {
            try
            {
                return Call(Method, WriteBound);
            }
            catch (SessionStateException refused)
            {
                return new ErrorRecord(refused.ErrorRecord, refused);
            }
        }

        private void WriteBound(Utf8JsonWriter json)
        {
            json.WriteString("parameterSet", ParameterSetName);
            json.WritePropertyName("parameters");
            BoundParameters.Write(
                json,
                MyInvocation.BoundParameters,
                PathParameters,
                (parameter, given) => ResolvedPath.Resolve(SessionState, parameter, given, RunspaceSession.Current));
        }
    }
}
