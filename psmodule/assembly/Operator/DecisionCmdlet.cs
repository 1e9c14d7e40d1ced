using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Operator
{
    /// <summary>Decides requests by their numbers, one call each. The requests also come through the pipeline.</summary>
    public abstract class DecisionCmdlet : OperatorCmdlet
    {
        [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
        public int[] RequestId { get; set; }

        [Parameter(ValueFromPipelineByPropertyName = true)]
        [ValidateLength(0, 1024)]
        public string CA { get; set; }

        /// <summary>
        /// A request of Request-CsCertificate is numbered by its computer where the number of its CA was taken already;
        /// in the pipeline the CA's own number then tells which one is meant.
        /// </summary>
        [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
        public string CaRequestId { get; set; }

        /// <summary>The engine's method behind the cmdlet.</summary>
        private protected abstract string Method { get; }

        /// <summary>What the decision says beyond which request it is about.</summary>
        private protected virtual void WriteDecision(Utf8JsonWriter json)
        {
        }

        protected override void ProcessRecord()
        {
            foreach (int number in Numbers())
            {
                Report(number < 1 ? CallFailure.NeverSubmitted(number).ToErrorRecord() : Call(Method, json => WriteFields(json, number)));
            }
        }

        private IEnumerable<int> Numbers() =>
            int.TryParse(CaRequestId, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? new[] { number } : RequestId;

        private void WriteFields(Utf8JsonWriter json, int number)
        {
            WriteText(json, "ca", nameof(CA), CA);
            json.WriteNumber("requestId", number);
            WriteDecision(json);
        }
    }
}
