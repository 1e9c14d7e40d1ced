using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>-Path and -LiteralPath of a cmdlet over providers.</summary>
public abstract class PathCommandBase : CoreCommandBase
{
    private bool _literal;

    internal string[] Paths { get; private set; } = [];

    internal override bool IsLiteral => _literal;

    internal override string? PathForDynamicParameters => Paths.Length > 0 ? Paths[0] : null;

    internal void SetPaths(string[]? paths, bool literal)
    {
        Paths = Array.ConvertAll(paths ?? [], path => path is null ? "" : WindowsPath.Of(SessionState, path));
        _literal = literal;
    }
}
