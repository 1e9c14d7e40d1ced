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
