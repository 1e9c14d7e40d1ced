using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.New, "Variable", SupportsShouldProcess = true)]
[OutputType(typeof(PSVariable))]
public sealed class NewVariableCommand : VariableCommandBase
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    [Parameter]
    public string? Description { get; set; }

    [Parameter]
    public ScopedItemOptions Option { get; set; }

    [Parameter]
    public SessionStateEntryVisibility Visibility { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        if (!Force && SessionState.Internal.GetVariableAtScope(Name, string.IsNullOrEmpty(Scope) ? "Local" : Scope) is not null)
        {
            WriteError(RecordOf(new SessionStateException(
                Name, SessionStateCategory.Variable, "VariableAlreadyExists", "A variable with name '{0}' already exists.", ErrorCategory.ResourceExists)));
            return;
        }

        if (!ShouldProcess($"Name: {Name} Value: {Value}", "New variable")) return;
        var variable = new PSVariable(Name, Value, Option) { Visibility = Visibility };
        if (Description is not null) variable.Description = Description;
        try
        {
            if (string.IsNullOrEmpty(Scope)) SessionState.Internal.NewVariable(variable, Force);
            else SessionState.Internal.NewVariableAtScope(variable, Scope, Force);
            if (PassThru) WriteObject(variable);
        }
        catch (SessionStateException error)
        {
            WriteError(RecordOf(error));
        }
    }
}
