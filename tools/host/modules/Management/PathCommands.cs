using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>What Test-Path looks for.</summary>
public enum TestPathType
{
    Any,
    Container,
    Leaf,
}

[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(bool))]
public sealed class TestPathCommand : CoreCommandBase
{
    // pwsh gives this text as the parameter's name.
    private const string NullPath = "The provided Path argument was null or an empty collection.";
    private string[]? _paths;
    private bool _literal;

    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[]? Path
    {
        get => _paths;
        set => _paths = value;
    }

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[]? LiteralPath
    {
        get => _paths;
        set
        {
            _paths = value;
            _literal = true;
        }
    }

    [Parameter]
    public string? Filter { get; set; }

    [Parameter]
    public string[] Include { get; set; } = [];

    [Parameter]
    public string[] Exclude { get; set; } = [];

    [Parameter]
    [Alias("Type")]
    public TestPathType PathType { get; set; } = TestPathType.Any;

    [Parameter]
    public SwitchParameter IsValid { get; set; }

    internal override string? ProviderFilter => Filter;

    internal override string[] ProviderInclude => Include;

    internal override string[] ProviderExclude => Exclude;

    internal override bool IsLiteral => _literal;

    internal override string? PathForDynamicParameters => PathType == TestPathType.Any && !IsValid && _paths is { Length: > 0 } ? _paths[0] : null;

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        PathType == TestPathType.Any && !IsValid ? InvokeProvider.Item.ItemExistsDynamicParameters(path, context) : null;

    protected override void ProcessRecord()
    {
        if (_paths is null || _paths.Length == 0)
        {
            WriteError(new ErrorRecord(
                new ArgumentNullException(NullPath), "NullPathNotPermitted", ErrorCategory.InvalidArgument, Path));
            return;
        }

        foreach (string path in _paths)
        {
            if (path is null)
            {
                WriteError(new ErrorRecord(
                    new ArgumentNullException(NullPath), "NullPathNotPermitted", ErrorCategory.InvalidArgument, Path));
                continue;
            }

            WriteObject(!string.IsNullOrWhiteSpace(path) && Test(path));
        }
    }

    private bool Test(string path)
    {
        CmdletProviderContext context = CreateContext();
        try
        {
            if (IsValid) return SessionState.Path.IsValid(path, context);
            bool exists = InvokeProvider.Item.Exists(path, context);
            if (!exists || PathType == TestPathType.Any) return exists;
            return InvokeProvider.Item.IsContainer(path, context) == (PathType == TestPathType.Container);
        }
        catch (Exception error) when (error is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or PSArgumentException or PSNotSupportedException)
        {
            return false;
        }
    }
}

[Cmdlet(VerbsCommon.Join, "Path")]
[OutputType(typeof(string))]
public sealed class JoinPathCommand : CoreCommandBase
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    public string[] Path { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? ChildPath { get; set; }

    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true, ValueFromRemainingArguments = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[] AdditionalChildPath { get; set; } = [];

    [Parameter]
    public SwitchParameter Resolve { get; set; }

    protected override void ProcessRecord()
    {
        string[] children = [.. ChildPath ?? [], .. AdditionalChildPath ?? []];
        foreach (string path in Path)
        {
            TryWithPath(() =>
            {
                string joined = path;
                foreach (string child in children.Length > 0 ? children : [""])
                {
                    joined = SessionState.Path.Combine(joined, child, CreateContext());
                }

                if (!Resolve)
                {
                    if (joined is not null) WriteObject(joined);
                    return;
                }

                foreach (PathInfo found in SessionState.Path.GetResolvedPSPathFromPSPath(joined, CreateContext())) WriteObject(found.Path);
            });
        }
    }
}

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

[Cmdlet(VerbsDiagnostic.Resolve, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(PathInfo), typeof(string))]
public sealed class ResolvePathCommand : PathCommandBase
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path
    {
        get => Paths;
        set => SetPaths(value, false);
    }

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath
    {
        get => Paths;
        set => SetPaths(value, true);
    }

    [Parameter]
    public SwitchParameter Relative { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    internal override bool ProviderForce => Force;

    protected override void ProcessRecord() => ForEachPath(Paths, path =>
    {
        Collection<PathInfo> found = SessionState.Path.GetResolvedPSPathFromPSPath(path, CreateContext());
        foreach (PathInfo item in found)
        {
            if (Relative) WriteObject(RelativeTo(item));
            else WriteObject(item);
        }
    });

    private string RelativeTo(PathInfo item)
    {
        string separator = System.IO.Path.DirectorySeparatorChar.ToString();
        string relative = SessionState.Path.NormalizeRelativePath(item.Path, SessionState.Path.CurrentLocation.ProviderPath, CreateContext());
        if (System.IO.Path.IsPathRooted(relative) || relative.StartsWith('.')) return relative;
        return "." + separator + relative;
    }
}

[Cmdlet(VerbsData.Convert, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(string))]
public sealed class ConvertPathCommand : PathCommandBase
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path
    {
        get => Paths;
        set => SetPaths(value, false);
    }

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath
    {
        get => Paths;
        set => SetPaths(value, true);
    }

    protected override void ProcessRecord() => ForEachPath(Paths, path =>
        WriteObject(SessionState.Path.GetResolvedProviderPathFromPSPath(path, CreateContext(), out _), true));
}
