using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Split, "Path", DefaultParameterSetName = "ParentSet")]
[OutputType(typeof(string), typeof(bool))]
public sealed class SplitPathCommand : CoreCommandBase
{
    private bool _literal;

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ParentSet")]
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LeafSet")]
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LeafBaseSet")]
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ExtensionSet")]
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "QualifierSet")]
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "NoQualifierSet")]
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "IsAbsoluteSet")]
    public string[] Path { get; set; } = [];

    [Parameter(ParameterSetName = "LiteralPathSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath
    {
        get => Path;
        set
        {
            Path = value;
            _literal = true;
        }
    }

    [Parameter(ParameterSetName = "ParentSet")]
    public SwitchParameter Parent { get; set; } = true;

    [Parameter(Mandatory = true, ParameterSetName = "LeafSet")]
    public SwitchParameter Leaf { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "LeafBaseSet")]
    public SwitchParameter LeafBase { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "ExtensionSet")]
    public SwitchParameter Extension { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "QualifierSet")]
    public SwitchParameter Qualifier { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "NoQualifierSet")]
    public SwitchParameter NoQualifier { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "IsAbsoluteSet")]
    public SwitchParameter IsAbsolute { get; set; }

    [Parameter]
    public SwitchParameter Resolve { get; set; }

    internal override bool IsLiteral => _literal;

    protected override void ProcessRecord()
    {
        foreach (string path in Path)
        {
            if (!Resolve)
            {
                TryWithPath(() => Split(path));
                continue;
            }

            TryWithPath(() =>
            {
                foreach (PathInfo found in SessionState.Path.GetResolvedPSPathFromPSPath(path, CreateContext())) Split(found.Path);
            });
        }
    }

    private void Split(string path)
    {
        switch (ParameterSetName)
        {
            case "LeafSet":
                WriteObject(ChildName(path));
                break;
            case "LeafBaseSet":
                WriteObject(System.IO.Path.GetFileNameWithoutExtension(ChildName(path)));
                break;
            case "ExtensionSet":
                WriteObject(System.IO.Path.GetExtension(ChildName(path)));
                break;
            case "QualifierSet":
                int separator = SeparatorOf(path);
                if (separator < 0)
                {
                    WriteError(new ErrorRecord(
                        new FormatException($"Cannot parse path because path '{path}' does not have a qualifier specified."), "ParsePathFormatError", ErrorCategory.InvalidArgument, path));
                }
                else
                {
                    WriteObject(path[..(separator + 1)]);
                }

                break;
            case "NoQualifierSet":
                WriteObject(path[(SeparatorOf(path) + 1)..]);
                break;
            case "IsAbsoluteSet":
                WriteObject(SessionState.Path.IsPSAbsolute(path, out _));
                break;
            default:
                WriteObject(SessionState.Path.ParseParent(path, "", CreateContext(), true));
                break;
        }
    }

    private string ChildName(string path) => SessionState.Path.ParseChildName(path, CreateContext(), true);

    // A provider prefix ends with two colons, a drive with one.
    private static int SeparatorOf(string path)
    {
        int provider = path.IndexOf("::", StringComparison.Ordinal);
        return provider >= 0 ? provider + 1 : path.IndexOf(':');
    }
}
