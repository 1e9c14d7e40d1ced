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

[Cmdlet(VerbsCommon.Set, "Location", DefaultParameterSetName = "Path")]
[OutputType(typeof(PathInfo), typeof(PathInfoStack))]
public sealed class SetLocationCommand : CoreCommandBase
{
    private bool _literal;
    private string _path = "";

    [Parameter(Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string Path
    {
        get => _path;
        set => _path = value ?? "";
    }

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string LiteralPath
    {
        get => _path;
        set
        {
            _path = value ?? "";
            _literal = true;
        }
    }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter(ParameterSetName = "Stack", ValueFromPipelineByPropertyName = true)]
    public string? StackName { get; set; }

    internal override bool IsLiteral => _literal;

    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Stack")
        {
            TryWithPath(() => SessionState.Path.SetDefaultLocationStack(StackName));
            return;
        }

        // Without a path, and as pwsh does it, home.
        string target = _path.Length == 0 && !MyInvocation.BoundParameters.ContainsKey(nameof(Path))
            ? SessionState.Internal.GetSingleProvider("FileSystem").Home
            : _path;
        TryWithPath(() =>
        {
            PathInfo result = SessionState.Path.SetLocation(target, CreateContext(), _literal);
            if (PassThru) WriteObject(result);
        });
    }
}

[Cmdlet(VerbsCommon.Push, "Location", DefaultParameterSetName = "Path")]
[OutputType(typeof(PathInfo))]
public sealed class PushLocationCommand : CoreCommandBase
{
    private bool _literal;
    private string _path = "";

    [Parameter(Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string Path
    {
        get => _path;
        set => _path = value ?? "";
    }

    [Parameter(ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string LiteralPath
    {
        get => _path;
        set
        {
            _path = value ?? "";
            _literal = true;
        }
    }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string StackName { get; set; } = "";

    internal override bool IsLiteral => _literal;

    protected override void ProcessRecord()
    {
        SessionState.Path.PushCurrentLocation(StackName);
        if (_path.Length == 0) return;
        TryWithPath(() =>
        {
            PathInfo result = SessionState.Path.SetLocation(_path, CreateContext(), _literal);
            if (PassThru) WriteObject(result);
        });
    }
}

[Cmdlet(VerbsCommon.Pop, "Location")]
[OutputType(typeof(PathInfo))]
public sealed class PopLocationCommand : CoreCommandBase
{
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string StackName { get; set; } = "";

    protected override void ProcessRecord() => TryWithPath(() =>
    {
        PathInfo? result = SessionState.Path.PopLocation(StackName);
        if (PassThru && result is not null) WriteObject(result);
    });
}
