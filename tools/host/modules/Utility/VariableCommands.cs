using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Finding variables by name, with wildcards, in one scope or all.</summary>
public abstract class VariableCommandBase : PSCmdlet
{
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompletions("Global", "Local", "Script")]
    public string? Scope { get; set; }

    internal List<PSVariable> FindVariables(string name, string[] include, string[] exclude, bool reportMissing, out bool wasPattern)
    {
        SessionStateInternal state = SessionState.Internal;
        wasPattern = WildcardPattern.ContainsWildcardCharacters(name);
        if (!wasPattern)
        {
            PSVariable? found = string.IsNullOrEmpty(Scope) ? state.GetVariable(name) : state.GetVariableAtScope(name, Scope);
            if (found is not null && !HiddenFromFilter(found, include, exclude)) return [found];
            if (reportMissing && found is null) WriteError(Missing(name));
            return [];
        }

        IDictionary<string, PSVariable> table = string.IsNullOrEmpty(Scope) ? state.GetVariableTable() : state.GetVariableTableAtScope(Scope);
        WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
        return [.. table.Values
            .Where(variable => pattern.IsMatch(variable.Name) && !HiddenFromFilter(variable, include, exclude))
            .OrderBy(variable => variable.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    internal static ErrorRecord Missing(string name) => new(
        new ItemNotFoundException($"Cannot find a variable with the name '{name}'."), "VariableNotFound", ErrorCategory.ObjectNotFound, name);

    internal static ErrorRecord RecordOf(SessionStateException error) => new(error.ErrorRecord, error);

    private static bool HiddenFromFilter(PSVariable variable, string[] include, string[] exclude) =>
        (include.Length > 0 && !Array.Exists(include, text => WildcardPattern.Get(text, WildcardOptions.IgnoreCase).IsMatch(variable.Name)))
        || Array.Exists(exclude, text => WildcardPattern.Get(text, WildcardOptions.IgnoreCase).IsMatch(variable.Name));
}

[Cmdlet(VerbsCommon.Get, "Variable")]
[OutputType(typeof(PSVariable))]
public sealed class GetVariableCommand : VariableCommandBase
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    public SwitchParameter ValueOnly { get; set; }

    [Parameter]
    public string[] Include { get; set; } = [];

    [Parameter]
    public string[] Exclude { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            foreach (PSVariable variable in FindVariables(name, Include, Exclude, true, out _))
            {
                if (ValueOnly) WriteObject(variable.Value);
                else WriteObject(variable);
            }
        }
    }
}

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
