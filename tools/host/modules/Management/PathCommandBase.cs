using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>-Path and -LiteralPath of a cmdlet over providers; one that declares them otherwise overrides them.</summary>
public abstract class PathCommandBase : CoreCommandBase
{
    private bool _literal;

    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public virtual string[] Path
    {
        get => Paths;
        set => SetPaths(value, false);
    }

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public virtual string[] LiteralPath
    {
        get => Paths;
        set => SetPaths(value, true);
    }

    internal string[] Paths { get; private set; } = [];

    internal override bool IsLiteral => _literal;

    internal override string? PathForDynamicParameters => Paths.Length > 0 ? Paths[0] : null;

    private void SetPaths(string[]? paths, bool literal)
    {
        Paths = Array.ConvertAll(paths ?? [], path => path is null ? "" : WindowsPath.Of(SessionState, path));
        _literal = literal;
    }
}
