using System.Management.Automation;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Binding;

namespace Microsoft.Rtc.Management.Emulation.Operator
{
    /// <summary>
    /// The parameter block of Get-CsEmulatedRequest. Numbers are mandatory in their set: a variable that is null by
    /// mistake must not stand for all requests, which the next cmdlet of the pipeline might then deny.
    /// </summary>
    [Cmdlet(VerbsCommon.Get, "CsEmulatedRequest", DefaultParameterSetName = ByDisposition)]
    [OutputType(typeof(EmulatedRequest))]
    public sealed class GetEmulatedRequestCmdlet : OperatorCmdlet
    {
        private const string Method = "emulator/getRequests";
        private const string ByDisposition = "ByDisposition";
        private const string ByRequestId = "ByRequestId";

        [Parameter(ParameterSetName = ByRequestId, Mandatory = true, Position = 0)]
        [ValidateRange(1, int.MaxValue)]
        public int[] RequestId { get; set; }

        [Parameter(ParameterSetName = ByDisposition)]
        [EmptyIsAbsent(typeof(EmulatedRequestDisposition))]
        public EmulatedRequestDisposition Disposition { get; set; }

        [Parameter]
        [ValidateLength(0, 1024)]
        public string CA { get; set; }

        protected override void ProcessRecord()
        {
            if (ParameterSetName == ByDisposition)
            {
                Report(Call(Method, WriteDisposition));
                return;
            }

            foreach (int number in RequestId)
            {
                Report(Call(Method, json => WriteNumber(json, number)));
            }
        }

        private void WriteDisposition(Utf8JsonWriter json)
        {
            WriteText(json, "ca", nameof(CA), CA);
            if (IsGiven(nameof(Disposition)))
            {
                json.WriteString("disposition", JsonNamingPolicy.CamelCase.ConvertName(Disposition.ToString()));
            }
        }

        private void WriteNumber(Utf8JsonWriter json, int number)
        {
            WriteText(json, "ca", nameof(CA), CA);
            json.WriteNumber("requestId", number);
        }
    }
}
