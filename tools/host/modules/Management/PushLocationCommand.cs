using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Push, "Location", DefaultParameterSetName = "Path")]
[OutputType(typeof(PathInfo))]
public sealed class PushLocationCommand : CoreCommandBase
{
    private bool _literal;
    private string _path = "";

    [Parameter(Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [WindowsPath]
    public string Path
    {
        get => _path;
        set => _path = value ?? "";
    }

    [Parameter(ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    [WindowsPath]
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
