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
            List<PSDriveInfo> found = Find(name, pattern);
            if (found.Count == 0 && !pattern)
            {
                var missing = new System.Management.Automation.DriveNotFoundException(name, "DriveNotFound", "Cannot find drive. A drive with the name '{0}' does not exist.");
                WriteError(new ErrorRecord(missing, "GetLocationNoMatchingDrive", ErrorCategory.ObjectNotFound, name));
            }

            foreach (PSDriveInfo drive in found) WriteObject(drive);
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
