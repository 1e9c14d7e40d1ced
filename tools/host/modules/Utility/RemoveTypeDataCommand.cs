using System.Collections.Concurrent;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Remove, "TypeData", SupportsShouldProcess = true, DefaultParameterSetName = "RemoveTypeDataSet")]
public sealed class RemoveTypeDataCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "RemoveTypeSet")]
    [ValidateNotNullOrEmpty]
    public string? TypeName { get; set; }

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "RemoveTypeDataSet")]
    public TypeData? TypeData { get; set; }

    protected override void ProcessRecord()
    {
        TypeData data = TypeData ?? new TypeData(TypeName);
        if (!ShouldProcess($"TypeName: {data.TypeName}", "Remove TypeData")) return;
        var errors = new ConcurrentBag<string>();
        Context.TypeTable.ClearConsolidatedMembers();
        Context.TypeTable.Update(data, errors, true);
        foreach (string error in errors)
        {
            WriteError(new ErrorRecord(new InvalidOperationException(error), "TypesDynamicRemoveException", ErrorCategory.InvalidOperation, null));
        }
    }
}
