using System.Collections;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// One entry of a -Property parameter: a name (wildcards allowed), a script block, or a hashtable whose keys may be
/// shortened as long as they stay unambiguous.
/// </summary>
internal sealed class PropertySelector
{
    private PropertySelector(PSPropertyExpression expression) => Expression = expression;

    public PSPropertyExpression Expression { get; }

    /// <summary>The name given by the hashtable's Name or Label.</summary>
    public string? Label { get; private init; }

    public bool? Descending { get; private init; }

    public bool? Ascending { get; private init; }

    /// <exception cref="PipelineStoppedException">Never caught here; a bad entry ends the cmdlet with its error.</exception>
    public static List<PropertySelector> Parse(PSCmdlet cmdlet, object[]? properties, params string[] allowedKeys)
    {
        List<PropertySelector> result = [];
        foreach (object property in properties ?? []) result.Add(ParseOne(cmdlet, PSObject.Base(property), allowedKeys));
        return result;
    }

    /// <summary>The first value, or null where the object lacks the property or the expression fails.</summary>
    public object? ValueOf(PSObject target, out bool exists)
    {
        List<PSPropertyExpressionResult> results = Expression.GetValues(target);
        exists = results.Count > 0 && results[0].Exception is null;
        return exists ? results[0].Result : null;
    }

    private static PropertySelector ParseOne(PSCmdlet cmdlet, object? property, string[] allowedKeys)
    {
        switch (property)
        {
            case string name when name.Length > 0:
                return new PropertySelector(new PSPropertyExpression(name));
            case ScriptBlock script:
                return new PropertySelector(new PSPropertyExpression(script));
            case PSPropertyExpression expression:
                return new PropertySelector(expression);
            case IDictionary table:
                return ParseTable(cmdlet, table, allowedKeys);
            default:
                string type = property?.GetType().FullName ?? "null";
                throw Refuse(cmdlet, $"Cannot convert {type} to one of the following types {{System.String, System.Management.Automation.ScriptBlock}}.", "DictionaryKeyUnknownType", property);
        }
    }

    private static PropertySelector ParseTable(PSCmdlet cmdlet, IDictionary table, string[] allowedKeys)
    {
        PSPropertyExpression? expression = null;
        string? label = null;
        bool? descending = null;
        bool? ascending = null;
        foreach (DictionaryEntry entry in table)
        {
            object? value = PSObject.Base(entry.Value);
            switch (FindKey(cmdlet, entry.Key, allowedKeys))
            {
                case "expression":
                    expression = value switch
                    {
                        string { Length: > 0 } name => new PSPropertyExpression(name),
                        ScriptBlock script => new PSPropertyExpression(script),
                        PSPropertyExpression given => given,
                        _ => throw Refuse(cmdlet, "The expression of a calculated property must be a name or a script block.", "DictionaryKeyIllegalValue", value),
                    };
                    break;
                case "name" or "label":
                    label = value?.ToString();
                    break;
                case "descending":
                    descending = LanguagePrimitives.IsTrue(value);
                    break;
                case "ascending":
                    ascending = LanguagePrimitives.IsTrue(value);
                    break;
            }
        }

        if (expression is null) throw Refuse(cmdlet, "The expression key is missing in a calculated property.", "ExpressionMissing", table);
        return new PropertySelector(expression) { Label = label, Descending = descending, Ascending = ascending };
    }

    private static string FindKey(PSCmdlet cmdlet, object key, string[] allowedKeys)
    {
        string text = PSObject.Base(key) as string ?? throw Refuse(cmdlet, "The keys of a calculated property must be strings.", "DictionaryKeyNonString", key);
        string[] found = [.. allowedKeys.Where(allowed => allowed.StartsWith(text, StringComparison.OrdinalIgnoreCase))];
        return found switch
        {
            [var one] => one,
            [] => throw Refuse(cmdlet, $"The {text} key is not valid.", "DictionaryKeyUnknown", key),
            _ => throw Refuse(cmdlet, $"The {text} key is ambiguous; possible keys are {string.Join(", ", found)}.", "DictionaryKeyAmbiguous", key),
        };
    }

    private static Exception Refuse(PSCmdlet cmdlet, string message, string errorId, object? target)
    {
        var record = new ErrorRecord(new NotSupportedException(message), errorId, ErrorCategory.InvalidArgument, target);
        cmdlet.ThrowTerminatingError(record);
        return new PSInvalidOperationException(message);
    }
}
