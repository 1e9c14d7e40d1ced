using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>What the content cmdlets make of their paths.</summary>
public abstract class ContentCommandBase : FilteredPathCommandBase
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public override string[] Path
    {
        get => base.Path;
        set => base.Path = value;
    }

    /// <summary>Paths with wildcards replaced by what they stand for; a plain path stays, though nothing may be there yet.</summary>
    internal List<string> ResolvePaths(bool mustExist)
    {
        List<string> result = [];
        foreach (string path in Paths)
        {
            TryWithPath(() =>
            {
                CmdletProviderContext context = CreateContext();
                if (IsLiteral || (!mustExist && !WildcardPattern.ContainsWildcardCharacters(path)))
                {
                    result.Add(path);
                    return;
                }

                Collection<PathInfo> found = SessionState.Path.GetResolvedPSPathFromPSPath(path, context);
                foreach (PathInfo info in found) result.Add(info.Path);
                if (found.Count == 0 && !mustExist && ProviderInclude.Length == 0 && ProviderExclude.Length == 0) result.Add(path);
            });
        }

        return result;
    }

    /// <summary>A context for paths that are resolved already.</summary>
    internal CmdletProviderContext CreateLiteralContext()
    {
        CmdletProviderContext context = CreateContext();
        context.SuppressWildcardExpansion = true;
        context.SetFilters([], [], null);
        return context;
    }
}
