using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Unique", DefaultParameterSetName = "AsString")]
public sealed class GetUniqueCommand : PSCmdlet
{
    private PSObject? _last;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(ParameterSetName = "AsString")]
    public SwitchParameter AsString { get; set; }

    [Parameter(ParameterSetName = "UniqueByType")]
    public SwitchParameter OnType { get; set; }

    [Parameter]
    public SwitchParameter CaseInsensitive { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null) return;
        if (_last is not null && IsRepeat(_last, InputObject)) return;
        _last = InputObject;
        WriteObject(InputObject);
    }

    private bool IsRepeat(PSObject last, PSObject current)
    {
        if (OnType) return string.Equals(last.InternalTypeNames[0], current.InternalTypeNames[0], StringComparison.OrdinalIgnoreCase);
        if (AsString) return string.Equals(last.ToString(), current.ToString(), CaseInsensitive ? StringComparison.CurrentCultureIgnoreCase : StringComparison.CurrentCulture);
        return new ObjectComparer(false, !CaseInsensitive, CultureInfo.CurrentCulture).Compare(last, current) == 0;
    }
}
