using System.Management.Automation;
using System.Management.Automation.Provider;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Add, "Content", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class AddContentCommand : WriteContentCommandBase
{
    internal override string Operation => "Add Content";

    internal override void Prepare(string path)
    {
    }

    internal override void Opened(IContentWriter writer) => writer.Seek(0, SeekOrigin.End);
}
