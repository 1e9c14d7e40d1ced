using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Set, "Variable", SupportsShouldProcess = true)]
[OutputType(typeof(PSVariable))]
public sealed class SetVariableCommand : VariableCommandBase
{
    private readonly List<object?> _fromPipeline = [];
    private bool _valueIsFromPipeline;

    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = [];

    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    [Parameter]
    public string[] Include { get; set; } = [];

    [Parameter]
    public string[] Exclude { get; set; } = [];

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

    protected override void BeginProcessing() =>
        _valueIsFromPipeline = !MyInvocation.BoundParameters.ContainsKey(nameof(Value)) && MyInvocation.ExpectingInput;

    protected override void ProcessRecord()
    {
        if (_valueIsFromPipeline) _fromPipeline.Add(Value);
        else SetAll(Value);
    }

    protected override void EndProcessing()
    {
        if (!_valueIsFromPipeline) return;
        SetAll(_fromPipeline.Count switch { 0 => null, 1 => _fromPipeline[0], _ => _fromPipeline.ToArray() });
    }

    private void SetAll(object? value)
    {
        foreach (string name in Name)
        {
            List<PSVariable> found = FindVariables(name, Include, Exclude, false, out bool wasPattern);
            if (wasPattern)
            {
                foreach (PSVariable variable in found) SetOne(variable.Name, value);
            }
            else
            {
                SetOne(name, value);
            }
        }
    }

    private void SetOne(string name, object? value)
    {
        if (!ShouldProcess($"Name: {name} Value: {value}", "Set variable")) return;
        SessionStateInternal state = SessionState.Internal;
        // Without a scope, the variable of the current scope is set or made, even where a parent scope has one of that name.
        string scope = string.IsNullOrEmpty(Scope) ? "Local" : Scope;
        try
        {
            PSVariable variable = state.GetVariableAtScope(name, scope) ?? new PSVariable(name, value, Option);
            bool isNew = !ReferenceEquals(state.GetVariableAtScope(name, scope), variable);
            if (!isNew)
            {
                if (Force && (variable.Options & ScopedItemOptions.ReadOnly) != 0) variable.SetOptions(variable.Options & ~ScopedItemOptions.ReadOnly, true);
                variable.Value = value;
                if (MyInvocation.BoundParameters.ContainsKey(nameof(Option))) variable.Options = Option;
            }

            if (Description is not null) variable.Description = Description;
            if (MyInvocation.BoundParameters.ContainsKey(nameof(Visibility))) variable.Visibility = Visibility;
            if (isNew) state.SetVariableAtScope(variable, scope, Force, CommandOrigin.Internal);
            if (PassThru) WriteObject(variable);
        }
        catch (SessionStateException error)
        {
            WriteError(RecordOf(error));
        }
    }
}
