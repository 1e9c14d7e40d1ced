using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.New, "Guid", DefaultParameterSetName = "Default")]
[OutputType(typeof(Guid))]
public sealed class NewGuidCommand : PSCmdlet
{
    [Parameter(ParameterSetName = "Empty")]
    public SwitchParameter Empty { get; set; }

    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    public string? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            WriteObject(Empty ? Guid.Empty : Guid.NewGuid());
            return;
        }

        if (Guid.TryParse(InputObject, out Guid parsed)) WriteObject(parsed);
        else WriteError(new ErrorRecord(new FormatException("Unrecognized Guid format."), "StringNotRecognizedAsGuid", ErrorCategory.InvalidArgument, null));
    }
}
