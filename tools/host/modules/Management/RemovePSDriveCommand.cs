using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

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
