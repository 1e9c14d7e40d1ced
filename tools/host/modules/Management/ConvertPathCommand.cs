using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.Convert, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(string))]
public sealed class ConvertPathCommand : PathCommandBase
{
    protected override void ProcessRecord() => ForEachPath(Paths, path =>
        WriteObject(SessionState.Path.GetResolvedProviderPathFromPSPath(path, CreateContext(), out _), true));
}
