using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Clear, "Variable", SupportsShouldProcess = true)]
[OutputType(typeof(PSVariable))]
public sealed class ClearVariableCommand : VariableCommandBase
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = [];

    [Parameter]
    public string[] Include { get; set; } = [];

    [Parameter]
    public string[] Exclude { get; set; } = [];

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            foreach (PSVariable variable in FindVariables(name, Include, Exclude, true, out _))
            {
                if (!ShouldProcess($"Name: {variable.Name}", "Clear variable")) continue;
                try
                {
                    if (Force && (variable.Options & ScopedItemOptions.ReadOnly) != 0) variable.SetOptions(variable.Options & ~ScopedItemOptions.ReadOnly, true);
                    variable.Value = null;
                    if (PassThru) WriteObject(variable);
                }
                catch (SessionStateException error)
                {
                    WriteError(RecordOf(error));
                }
            }
        }
    }
}
