using System.Management.Automation;
using Microsoft.PowerShell;

namespace Microsoft.PowerShell.Commands;

// Only Windows has execution policies; elsewhere pwsh answers like this.

[Cmdlet(VerbsCommon.Get, "ExecutionPolicy")]
[OutputType(typeof(ExecutionPolicy))]
public sealed class GetExecutionPolicyCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public ExecutionPolicyScope Scope { get; set; } = ExecutionPolicyScope.LocalMachine;

    [Parameter]
    public SwitchParameter List { get; set; }

    protected override void BeginProcessing()
    {
        if (!List)
        {
            WriteObject(MyInvocation.BoundParameters.ContainsKey(nameof(Scope)) && Scope != ExecutionPolicyScope.LocalMachine
                ? ExecutionPolicy.Undefined
                : ExecutionPolicy.Unrestricted);
            return;
        }

        foreach (ExecutionPolicyScope scope in Enum.GetValues<ExecutionPolicyScope>().OrderByDescending(value => value))
        {
            var row = new PSObject();
            row.Properties.Add(new PSNoteProperty("Scope", scope));
            row.Properties.Add(new PSNoteProperty("ExecutionPolicy", scope == ExecutionPolicyScope.LocalMachine ? ExecutionPolicy.Unrestricted : ExecutionPolicy.Undefined));
            WriteObject(row);
        }
    }
}

[Cmdlet(VerbsCommon.Set, "ExecutionPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class SetExecutionPolicyCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public ExecutionPolicy ExecutionPolicy { get; set; }

    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public ExecutionPolicyScope Scope { get; set; } = ExecutionPolicyScope.LocalMachine;

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void BeginProcessing() => throw new PlatformNotSupportedException("Operation is not supported on this platform.");
}
