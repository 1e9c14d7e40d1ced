using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Alias", DefaultParameterSetName = "Default")]
[OutputType(typeof(AliasInfo))]
public sealed class GetAliasCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Default")]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    public string[] Exclude { get; set; } = [];

    [Parameter]
    public string? Scope { get; set; }

    [Parameter(ParameterSetName = "Definition")]
    [ValidateNotNullOrEmpty]
    public string[]? Definition { get; set; }

    protected override void ProcessRecord()
    {
        if (Definition is not null)
        {
            foreach (string definition in Definition) WriteMatches(definition, alias => alias.Definition, "definition");
            return;
        }

        foreach (string name in Name) WriteMatches(name, alias => alias.Name, "name");
    }

    private void WriteMatches(string wanted, Func<AliasInfo, string> textOf, string what)
    {
        IDictionary<string, AliasInfo> table = string.IsNullOrEmpty(Scope)
            ? SessionState.Internal.GetAliasTable()
            : SessionState.Internal.GetAliasTableAtScope(Scope);
        WildcardPattern pattern = WildcardPattern.Get(wanted, WildcardOptions.IgnoreCase);
        bool any = false;
        foreach (AliasInfo alias in table.Values.OrderBy(alias => alias.Name, StringComparer.CurrentCultureIgnoreCase))
        {
            if (!pattern.IsMatch(textOf(alias))) continue;
            if (Array.Exists(Exclude, text => WildcardPattern.Get(text, WildcardOptions.IgnoreCase).IsMatch(alias.Name))) continue;
            any = true;
            WriteObject(alias);
        }

        if (any || WildcardPattern.ContainsWildcardCharacters(wanted)) return;
        WriteError(new ErrorRecord(
            new ItemNotFoundException($"This command cannot find a matching alias because an alias with the {what} '{wanted}' does not exist."), "ItemNotFoundException", ErrorCategory.ObjectNotFound, wanted));
    }
}

/// <summary>What Set-Alias and New-Alias share.</summary>
public abstract class WriteAliasCommandBase : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string Value { get; set; } = "";

    [Parameter]
    public string Description { get; set; } = "";

    [Parameter]
    public ScopedItemOptions Option { get; set; } = ScopedItemOptions.None;

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public string? Scope { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    internal AliasInfo CreateAlias() => new(Name, Value, Context, Option) { Description = Description };

    internal void Store(AliasInfo alias, string operation)
    {
        if (!ShouldProcess($"Name: {Name} Value: {Value}", operation)) return;
        try
        {
            AliasInfo stored = string.IsNullOrEmpty(Scope)
                ? SessionState.Internal.SetAliasItem(alias, Force, MyInvocation.CommandOrigin)
                : SessionState.Internal.SetAliasItemAtScope(alias, Scope, Force, MyInvocation.CommandOrigin);
            if (PassThru && stored is not null) WriteObject(stored);
        }
        catch (SessionStateException error)
        {
            WriteError(new ErrorRecord(error.ErrorRecord, error));
        }
    }
}

[Cmdlet(VerbsCommon.Set, "Alias", SupportsShouldProcess = true)]
[OutputType(typeof(AliasInfo))]
public sealed class SetAliasCommand : WriteAliasCommandBase
{
    protected override void ProcessRecord() => Store(CreateAlias(), "Set Alias");
}

[Cmdlet(VerbsCommon.New, "Alias", SupportsShouldProcess = true)]
[OutputType(typeof(AliasInfo))]
public sealed class NewAliasCommand : WriteAliasCommandBase
{
    protected override void ProcessRecord()
    {
        AliasInfo? existing = string.IsNullOrEmpty(Scope)
            ? SessionState.Internal.GetAlias(Name)
            : SessionState.Internal.GetAliasAtScope(Name, Scope);
        if (existing is not null && !Force)
        {
            var error = new SessionStateException(
                Name, SessionStateCategory.Alias, "AliasAlreadyExists", "The alias is not allowed, because an alias with the name '{0}' already exists.", ErrorCategory.ResourceExists, Name);
            WriteError(new ErrorRecord(error.ErrorRecord, error));
            return;
        }

        Store(CreateAlias(), "New Alias");
    }
}

[Cmdlet(VerbsCommon.Remove, "Alias", DefaultParameterSetName = "Default")]
public sealed class RemoveAliasCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = [];

    [Parameter]
    public string? Scope { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            AliasInfo? existing = string.IsNullOrEmpty(Scope)
                ? SessionState.Internal.GetAlias(name)
                : SessionState.Internal.GetAliasAtScope(name, Scope);
            if (existing is null)
            {
                WriteError(new ErrorRecord(
                    new ItemNotFoundException($"This command cannot find a matching alias because an alias with the name '{name}' does not exist."), "ItemNotFoundException", ErrorCategory.ObjectNotFound, name));
                continue;
            }

            try
            {
                SessionState.Internal.RemoveAlias(name, Force);
            }
            catch (SessionStateException error)
            {
                WriteError(new ErrorRecord(error.ErrorRecord, error));
            }
        }
    }
}
