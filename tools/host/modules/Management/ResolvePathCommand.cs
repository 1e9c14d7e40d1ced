using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsDiagnostic.Resolve, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(PathInfo), typeof(string))]
public sealed class ResolvePathCommand : PathCommandBase
{
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
