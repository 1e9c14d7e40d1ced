using System.Management.Automation;
using System.Management.Automation.Provider;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Set, "Content", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class SetContentCommand : WriteContentCommandBase
{
    internal override string Operation => "Set Content";

    internal override void Prepare(string path)
    {
        CmdletProviderContext probe = CreateLiteralContext();
        probe.DynamicParameters = null;
        if (!InvokeProvider.Item.Exists(path, probe)) return;
        // Asked already, under this cmdlet's own name: without a command in its context the provider does not ask again.
        var context = new CmdletProviderContext(Context) { Force = Force, SuppressWildcardExpansion = true };
        InvokeProvider.Content.Clear(path, context);
        foreach (ErrorRecord error in context.GetAccumulatedErrorObjects() ?? []) WriteError(error);
    }

    internal override void Opened(IContentWriter writer)
    {
    }
}
