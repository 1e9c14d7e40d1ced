using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Remove, "Variable", SupportsShouldProcess = true)]
public sealed class RemoveVariableCommand : VariableCommandBase
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = [];

    [Parameter]
    public string[] Include { get; set; } = [];

    [Parameter]
    public string[] Exclude { get; set; } = [];

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            foreach (PSVariable variable in FindVariables(name, Include, Exclude, true, out _))
            {
                if (!ShouldProcess($"Name: {variable.Name}", "Remove variable")) continue;
                try
                {
                    if (string.IsNullOrEmpty(Scope)) SessionState.Internal.RemoveVariable(variable, Force);
                    else SessionState.Internal.RemoveVariableAtScope(variable, Scope, Force);
                }
                catch (SessionStateException error)
                {
                    WriteError(RecordOf(error));
                }
            }
        }
    }
}
