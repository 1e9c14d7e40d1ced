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
    [WindowsPath]
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
    [WindowsPath]
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
