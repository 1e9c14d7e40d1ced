using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Culture", DefaultParameterSetName = "CurrentCulture")]
[OutputType(typeof(CultureInfo))]
public sealed class GetCultureCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = "Name")]
    public string[]? Name { get; set; }

    [Parameter(ParameterSetName = "Name")]
    public SwitchParameter NoUserOverrides { get; set; }

    [Parameter(ParameterSetName = "ListAvailable")]
    public SwitchParameter ListAvailable { get; set; }

    protected override void ProcessRecord()
    {
        if (ListAvailable)
        {
            WriteObject(CultureInfo.GetCultures(CultureTypes.AllCultures), true);
            return;
        }

        if (Name is null)
        {
            WriteObject(Host.CurrentCulture);
            return;
        }

        foreach (string name in Name)
        {
            try
            {
                WriteObject(NoUserOverrides ? new CultureInfo(name, false) : new CultureInfo(name));
            }
            catch (CultureNotFoundException error)
            {
                WriteError(new ErrorRecord(error, "ItemNotFoundException", ErrorCategory.ObjectNotFound, name));
            }
        }
    }
}

[Cmdlet(VerbsCommon.Get, "UICulture")]
[OutputType(typeof(CultureInfo))]
public sealed class GetUICultureCommand : PSCmdlet
{
    protected override void BeginProcessing() => WriteObject(Host.CurrentUICulture);
}
