using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "PSDrive", DefaultParameterSetName = "Name")]
[OutputType(typeof(PSDriveInfo))]
public sealed class GetPSDriveCommand : CoreCommandBase
{
    [Parameter(Position = 0, ParameterSetName = "Name", ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string[] Name { get; set; } = ["*"];

    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "LiteralName", ValueFromPipeline = false, ValueFromPipelineByPropertyName = true)]
    public string[]? LiteralName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Scope { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? PSProvider { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string name in LiteralName ?? Name)
        {
            bool pattern = LiteralName is null && WildcardPattern.ContainsWildcardCharacters(name);
            TryWithPath(() =>
            {
                List<PSDriveInfo> found = Find(name, pattern);
                if (found.Count == 0 && !pattern)
                {
                    throw new System.Management.Automation.DriveNotFoundException(name, "DriveNotFound", "Cannot find drive. A drive with the name '{0}' does not exist.");
                }

                foreach (PSDriveInfo drive in found) WriteObject(drive);
            });
        }
    }

    private List<PSDriveInfo> Find(string name, bool pattern)
    {
        Collection<PSDriveInfo> drives = string.IsNullOrEmpty(Scope) ? SessionState.Drive.GetAll() : SessionState.Drive.GetAllAtScope(Scope);
        WildcardPattern? matcher = pattern ? WildcardPattern.Get(name, WildcardOptions.IgnoreCase) : null;
        return [.. drives
            .Where(drive => matcher?.IsMatch(drive.Name) ?? drive.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Where(drive => PSProvider is null || Array.Exists(PSProvider, provider => WildcardPattern.Get(provider, WildcardOptions.IgnoreCase).IsMatch(drive.Provider.Name)))
            .OrderBy(drive => drive.Name, StringComparer.OrdinalIgnoreCase)];
    }
}

[Cmdlet(VerbsCommon.New, "PSDrive", SupportsShouldProcess = true)]
[OutputType(typeof(PSDriveInfo))]
public sealed class NewPSDriveCommand : CoreCommandBase
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string PSProvider { get; set; } = "";

    [Parameter(Position = 2, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string Root { get; set; } = "";

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Scope { get; set; } = "local";

    public override string ToString() => Name;

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        PSProvider.Length == 0 ? null : SessionState.Drive.NewDriveDynamicParameters(PSProvider, context);

    protected override void ProcessRecord() => TryWithPath(() =>
    {
        ProviderInfo provider = SessionState.Internal.GetSingleProvider(PSProvider);
        if (!ShouldProcess($"Name: {Name} Provider: {provider} Root: {Root}", "New drive")) return;
        try
        {
            SessionState.Drive.New(new PSDriveInfo(Name, provider, Root, Description, null), Scope, CreateContext());
        }
        catch (SessionStateException error) when (error is not ProviderNotFoundException)
        {
            WriteError(new ErrorRecord(error.ErrorRecord, error));
        }
    });
}

[Cmdlet(VerbsCommon.Remove, "PSDrive", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
public sealed class RemovePSDriveCommand : CoreCommandBase
{
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Name", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public string[] Name { get; set; } = [];

    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "LiteralName", ValueFromPipelineByPropertyName = true)]
    public string[]? LiteralName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[]? PSProvider { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Scope { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    internal override bool ProviderForce => Force;

    protected override void ProcessRecord()
    {
        foreach (string name in LiteralName ?? Name ?? [])
        {
            WildcardPattern pattern = WildcardPattern.Get(LiteralName is null ? name : WildcardPattern.Escape(name), WildcardOptions.IgnoreCase);
            List<PSDriveInfo> found = [.. SessionState.Drive.GetAll()
                .Where(drive => pattern.IsMatch(drive.Name))
                .Where(drive => PSProvider is null || PSProvider.Contains(drive.Provider.Name, StringComparer.OrdinalIgnoreCase))];
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                var missing = new System.Management.Automation.DriveNotFoundException(name, "DriveNotFound", "Cannot find drive. A drive with the name '{0}' does not exist.");
                WriteError(new ErrorRecord(missing.ErrorRecord, missing));
            }

            foreach (PSDriveInfo drive in found) Remove(drive);
        }
    }

    private void Remove(PSDriveInfo drive)
    {
        if (!ShouldProcess($"Name: {drive.Name} Provider: {drive.Provider} Root: {drive.Root}", "Remove Drive")) return;
        if (!Force && drive == SessionState.Drive.Current)
        {
            var error = new PSInvalidOperationException($"Cannot remove drive '{drive.Name}' because it is in use.");
            WriteError(new ErrorRecord(error.ErrorRecord, error));
            return;
        }

        TryWithPath(() => SessionState.Drive.Remove(drive.Name, Force, Scope, CreateContext()));
    }
}

[Cmdlet(VerbsCommon.Get, "PSProvider")]
[OutputType(typeof(ProviderInfo))]
public sealed class GetPSProviderCommand : CoreCommandBase
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] PSProvider { get; set; } = [];

    protected override void ProcessRecord()
    {
        if (PSProvider.Length == 0)
        {
            WriteObject(SessionState.Provider.GetAll(), true);
            return;
        }

        foreach (string name in PSProvider)
        {
            WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            List<ProviderInfo> found = [.. SessionState.Provider.GetAll().Where(provider => provider.IsMatch(pattern, PSSnapinQualifiedName.GetInstance(name)))];
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                var missing = new ProviderNotFoundException(name, SessionStateCategory.CmdletProvider, "ProviderNotFound", "Cannot find a provider with the name '{0}'.");
                WriteError(new ErrorRecord(missing.ErrorRecord, missing));
            }

            WriteObject(found, true);
        }
    }
}
