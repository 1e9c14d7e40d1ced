using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Remove, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class RemoveItemCommand : FilteredPathCommandBase
{
    private bool _yesToAll;
    private bool _noToAll;

    [Parameter]
    public SwitchParameter Recurse { get; set; }

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Item.RemoveItemDynamicParameters(path, Recurse, context);

    protected override void ProcessRecord() => ForEachPath(Paths, path =>
    {
        CmdletProviderContext resolving = CreateContext();
        Collection<PathInfo> found = SessionState.Path.GetResolvedPSPathFromPSPath(path, resolving);
        foreach (PathInfo item in found) TryWithPath(() => Remove(item));
    });

    private void Remove(PathInfo item)
    {
        CmdletProviderContext context = CreateContext();
        // The filters chose this item; they shall not be applied to what is in it.
        context.SetFilters([], [], null);
        context.SuppressWildcardExpansion = true;
        string path = item.Path;

        if (SessionState.Path.IsCurrentLocationOrAncestor(path, context))
        {
            var error = new PSInvalidOperationException($"Cannot remove the item at '{path}' because it is in use.");
            WriteError(new ErrorRecord(error.ErrorRecord, error));
            return;
        }

        bool hasChildren = item.Provider.ImplementingType is { } type
            && type.IsSubclassOf(typeof(System.Management.Automation.Provider.ContainerCmdletProvider))
            && InvokeProvider.Item.IsContainer(path, CreateLiteral())
            && InvokeProvider.ChildItem.HasChild(path, CreateLiteral());
        bool recurse = Recurse;
        if (hasChildren && !recurse)
        {
            if (!ShouldProcessWhatIfOnly(path) && !ShouldContinue(
                $"The item at {path} has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?",
                null,
                ref _yesToAll,
                ref _noToAll))
            {
                return;
            }

            recurse = true;
        }

        InvokeProvider.Item.Remove(path, recurse, context);
    }

    private CmdletProviderContext CreateLiteral()
    {
        CmdletProviderContext context = CreateContext();
        context.SetFilters([], [], null);
        context.SuppressWildcardExpansion = true;
        context.Force = true;
        return context;
    }

    // With -WhatIf nothing will be removed, so there is nothing to ask about.
    private bool ShouldProcessWhatIfOnly(string path) =>
        MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? whatIf) && LanguagePrimitives.IsTrue(whatIf) && path.Length > 0;
}
