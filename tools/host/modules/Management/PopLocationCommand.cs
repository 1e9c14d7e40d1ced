using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Pop, "Location")]
[OutputType(typeof(PathInfo))]
public sealed class PopLocationCommand : CoreCommandBase
{
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string StackName { get; set; } = "";

    protected override void ProcessRecord() => TryWithPath(() =>
    {
        PathInfo? result = SessionState.Path.PopLocation(StackName);
        if (PassThru && result is not null) WriteObject(result);
    });
}
