using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Location", DefaultParameterSetName = "Location")]
[OutputType(typeof(PathInfo))]
public sealed class GetLocationCommand : CoreCommandBase
{
    [Parameter(ParameterSetName = "Location", ValueFromPipelineByPropertyName = true)]
    public string[]? PSProvider { get; set; }

    [Parameter(ParameterSetName = "Location", ValueFromPipelineByPropertyName = true)]
    public string[]? PSDrive { get; set; }

    [Parameter(ParameterSetName = "Stack")]
    public SwitchParameter Stack { get; set; }

    [Parameter(ParameterSetName = "Stack", ValueFromPipelineByPropertyName = true)]
    public string[]? StackName { get; set; }

    protected override void ProcessRecord()
    {
        if (Stack || StackName is not null)
        {
            foreach (string name in StackName ?? [""]) TryWithPath(() => WriteObject(SessionState.Path.LocationStack(name), false));
        }
        else if (PSDrive is not null)
        {
            foreach (string name in PSDrive) TryWithPath(() => WriteDriveLocation(SessionState.Drive.Get(name)));
        }
        else if (PSProvider is not null)
        {
            foreach (string name in PSProvider) TryWithPath(() => WriteObject(SessionState.Path.CurrentProviderLocation(name)));
        }
        else
        {
            WriteObject(SessionState.Path.CurrentLocation);
        }
    }

    private void WriteDriveLocation(PSDriveInfo drive)
    {
        string path = LocationGlobber.GetDriveQualifiedPath(drive.CurrentLocation, drive);
        WriteObject(new PathInfo(drive, drive.Provider, path, SessionState));
    }
}
