using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>The properties that ConvertTo-Html shows, wildcards resolved against one object.</summary>
internal sealed class HtmlColumns
{
    private readonly List<(string Name, PSPropertyExpression Expression)> _columns = [];

    private HtmlColumns()
    {
    }

    public IEnumerable<string> Names => _columns.Select(column => column.Name);

    public static HtmlColumns Of(PSCmdlet cmdlet, PSObject target, object[] properties)
    {
        var result = new HtmlColumns();
        foreach (PropertySelector selector in PropertySelector.Parse(cmdlet, properties, "name", "label", "expression", "alignment", "width"))
        {
            foreach (PSPropertyExpression expression in selector.Expression.ResolveNames(target))
            {
                result._columns.Add((selector.Label ?? expression.ToString(), expression));
            }
        }

        return result;
    }

    public IEnumerable<string> ValuesOf(PSObject target) => _columns.Select(column =>
    {
        PSPropertyExpressionResult? value = column.Expression.GetValues(target).FirstOrDefault();
        return value?.Exception is null && value?.Result is { } result ? PSObject.AsPSObject(result).ToString() : "";
    });
}
