using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Clear, "Content", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class ClearContentCommand : ContentCommandBase
{
    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Content.ClearContentDynamicParameters(path, context);

    protected override void ProcessRecord() =>
        ForEachPath(Paths, path =>
        {
            CmdletProviderContext context = CreateContext();
            context.PassThru = false;
            InvokeProvider.Content.Clear(path, context);
        });
}
