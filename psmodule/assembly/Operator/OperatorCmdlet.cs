using System.Management.Automation;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.Session;

namespace Microsoft.Rtc.Management.Emulation.Operator
{
    /// <summary>
    /// A cmdlet of the operator's side of the embedded CAs (module CsEmulator). An error that the engine reports is about
    /// one request or one CA and is not terminating, so that the next object of the pipeline still has its turn.
    /// </summary>
    public abstract class OperatorCmdlet : ConnectedCmdlet
    {
        /// <summary>Bound, and neither null nor empty.</summary>
        private protected bool IsGiven(string parameter) =>
            MyInvocation.BoundParameters.TryGetValue(parameter, out object value) && !EmptyIsAbsentAttribute.IsAbsent(value);

        private protected void Report(ErrorRecord error)
        {
            if (error != null)
            {
                WriteError(error);
            }
        }

        /// <summary>Writes a text; one that is null or empty is left out.</summary>
        private protected static void WriteText(Utf8JsonWriter json, string field, string parameter, string text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                BoundParameters.RequireUnicode(parameter, text);
                json.WriteString(field, text);
            }
        }
    }
}
