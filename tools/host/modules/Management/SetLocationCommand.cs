using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Set, "Location", DefaultParameterSetName = "Path")]
[OutputType(typeof(PathInfo), typeof(PathInfoStack))]
public sealed class SetLocationCommand : CoreCommandBase
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

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
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
