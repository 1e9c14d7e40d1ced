using System.Management.Automation;
using System.Net;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.ConvertTo, "Html", DefaultParameterSetName = "Page")]
[OutputType(typeof(string))]
public sealed class ConvertToHtmlCommand : PSCmdlet
{
    private const string DocumentType = "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"  \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">";
    private const string TransitionalDocumentType = "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\"  \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">";
    private HtmlColumns? _columns;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object[] Property { get; set; } = ["*"];

    [Parameter(ParameterSetName = "Page", Position = 3)]
    public string[]? Body { get; set; }

    [Parameter(ParameterSetName = "Page", Position = 1)]
    public string[]? Head { get; set; }

    [Parameter(ParameterSetName = "Page", Position = 2)]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "HTML TABLE";

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateSet("Table", "List")]
    public string As { get; set; } = "Table";

    [Parameter(ParameterSetName = "Page")]
    [Alias("cu", "uri")]
    [ValidateNotNullOrEmpty]
    public Uri? CssUri { get; set; }

    [Parameter(ParameterSetName = "Fragment")]
    [ValidateNotNullOrEmpty]
    public SwitchParameter Fragment { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? PostContent { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? PreContent { get; set; }

    [Parameter(ParameterSetName = "Page")]
    [ValidateNotNullOrEmpty]
    public SwitchParameter Transitional { get; set; }

    private bool IsTable => !As.Equals("List", StringComparison.OrdinalIgnoreCase);

    protected override void BeginProcessing()
    {
        if (!Fragment) WriteHead();
        WriteObject(PreContent, true);
        WriteObject("<table>");
    }

    protected override void ProcessRecord()
    {
        if (InputObject is null || InputObject == System.Management.Automation.Internal.AutomationNull.Value) return;
        bool first = _columns is null;
        HtmlColumns columns = IsTable && _columns is not null ? _columns : HtmlColumns.Of(this, InputObject, Property);
        _columns = columns;
        if (IsTable) WriteRow(columns, first);
        else WriteList(columns, first);
    }

    protected override void EndProcessing()
    {
        WriteObject("</table>");
        WriteObject(PostContent, true);
        if (!Fragment) WriteObject("</body></html>");
    }

    private void WriteHead()
    {
        WriteObject(Transitional ? TransitionalDocumentType : DocumentType);
        WriteObject("<html xmlns=\"http://www.w3.org/1999/xhtml\">");
        WriteObject("<head>");
        WriteObject(Head ?? [$"<title>{WebUtility.HtmlEncode(Title)}</title>"], true);
        if (CssUri is not null) WriteObject($"<link rel=\"stylesheet\" type=\"text/css\" href=\"{CssUri}\" />");
        WriteObject("</head><body>");
        WriteObject(Body, true);
    }

    private void WriteRow(HtmlColumns columns, bool first)
    {
        if (first)
        {
            WriteObject("<colgroup>" + string.Concat(columns.Names.Select(_ => "<col/>")) + "</colgroup>");
            WriteObject("<tr>" + string.Concat(columns.Names.Select(name => $"<th>{WebUtility.HtmlEncode(name)}</th>")) + "</tr>");
        }

        WriteObject("<tr>" + string.Concat(columns.ValuesOf(InputObject!).Select(value => $"<td>{WebUtility.HtmlEncode(value)}</td>")) + "</tr>");
    }

    private void WriteList(HtmlColumns columns, bool first)
    {
        if (!first) WriteObject("<tr><td><hr></td></tr>");
        foreach ((string name, string value) in columns.Names.Zip(columns.ValuesOf(InputObject!)))
        {
            WriteObject($"<tr><td>{WebUtility.HtmlEncode(name)}:</td><td>{WebUtility.HtmlEncode(value)}</td></tr>");
        }
    }
}
