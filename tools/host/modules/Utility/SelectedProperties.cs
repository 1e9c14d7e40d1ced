using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>What -Property, -ExcludeProperty and -ExpandProperty make of an object.</summary>
internal sealed class SelectedProperties
{
    private readonly PSCmdlet _cmdlet;
    private readonly List<PropertySelector> _properties;
    private readonly List<WildcardPattern> _excluded;
    private readonly PropertySelector? _expand;

    public SelectedProperties(PSCmdlet cmdlet, object[]? properties, string[]? excluded, string? expand)
    {
        _cmdlet = cmdlet;
        _excluded = [.. (excluded ?? []).Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];
        // -ExcludeProperty alone means everything else.
        if (properties is null && excluded is { Length: > 0 } && string.IsNullOrEmpty(expand)) properties = ["*"];
        _properties = PropertySelector.Parse(cmdlet, properties, "name", "label", "expression");
        if (!string.IsNullOrEmpty(expand)) _expand = PropertySelector.Parse(cmdlet, [expand])[0];
    }

    public IEnumerable<PSObject> Select(PSObject source)
    {
        if (_properties.Count == 0 && _expand is null) return [source];
        if (_expand is null) return [Create(source)];
        return Expand(source, _expand);
    }

    private PSObject Create(PSObject source)
    {
        var result = new PSObject();
        // The made-up type name keeps the views of the original away and still tells where it came from.
        string original = source.InternalTypeNames.Count > 0 ? source.InternalTypeNames[0] : "System.Object";
        result.TypeNames.Insert(0, original.StartsWith("Selected.", StringComparison.Ordinal) ? original : "Selected." + original);
        foreach (PSNoteProperty property in Collect(source))
        {
            if (result.Properties[property.Name] is null)
            {
                result.Properties.Add(property, true);
            }
            else
            {
                WriteFailure("AlreadyExistingUserSpecifiedPropertyNoExpand", $"The property cannot be processed because the property \"{property.Name}\" already exists.", source);
            }
        }

        return result;
    }

    private IEnumerable<PSNoteProperty> Collect(PSObject source)
    {
        foreach (PropertySelector selector in _properties)
        {
            if (selector.Expression.Script is null && selector.Label is null)
            {
                foreach (PSNoteProperty property in CollectByName(source, selector)) yield return property;
            }
            else
            {
                string name = selector.Label ?? selector.Expression.ToString();
                yield return new PSNoteProperty(name, selector.ValueOf(source, out _));
            }
        }
    }

    private IEnumerable<PSNoteProperty> CollectByName(PSObject source, PropertySelector selector)
    {
        bool any = false;
        foreach (PSPropertyExpression resolved in selector.Expression.ResolveNames(source))
        {
            any = true;
            string name = resolved.ToString();
            if (_excluded.Exists(pattern => pattern.IsMatch(name))) continue;
            List<PSPropertyExpressionResult> values = resolved.GetValues(source);
            yield return new PSNoteProperty(name, values.Count > 0 ? values[0].Result : null);
        }

        // A name that the object lacks becomes an empty property; a pattern without a match becomes none.
        string wanted = selector.Expression.ToString();
        if (!any && !selector.Expression.HasWildCardCharacters && !_excluded.Exists(pattern => pattern.IsMatch(wanted)))
        {
            yield return new PSNoteProperty(wanted, null);
        }
    }

    private List<PSObject> Expand(PSObject source, PropertySelector expand)
    {
        List<PSPropertyExpressionResult> found = expand.Expression.GetValues(source);
        if (found.Count == 0)
        {
            WriteFailure("ExpandPropertyNotFound", $"Property \"{expand.Expression}\" cannot be found.", source);
            return [];
        }

        if (found.Count > 1)
        {
            WriteFailure("MutlipleExpandProperties", "Multiple properties cannot be expanded.", source);
            return [];
        }

        if (found[0].Exception is { } failure)
        {
            _cmdlet.WriteError(new ErrorRecord(failure, "PropertyEvaluationExpand", ErrorCategory.InvalidResult, source));
            return [];
        }

        object? value = found[0].Result;
        if (value is null) return [];
        List<PSObject> result = [];
        if (LanguagePrimitives.GetEnumerable(value) is { } elements)
        {
            foreach (object? element in elements)
            {
                if (element is not null) result.Add(Attach(source, element));
            }
        }
        else
        {
            result.Add(Attach(source, value));
        }

        return result;
    }

    private PSObject Attach(PSObject source, object value)
    {
        if (_properties.Count == 0) return PSObject.AsPSObject(value);
        // Notes go on a wrapper of their own: the expanded value may be shared.
        PSObject result = value is PSObject wrapped ? wrapped.Copy() : PSObject.AsPSObject(value, true);
        foreach (PSNoteProperty property in Collect(source))
        {
            if (result.Properties[property.Name] is null) result.Properties.Add(property, true);
            else WriteFailure("AlreadyExistingUserSpecifiedPropertyExpand", $"The property cannot be processed because the property \"{property.Name}\" already exists.", source);
        }

        return result;
    }

    private void WriteFailure(string errorId, string message, PSObject source) =>
        _cmdlet.WriteError(new ErrorRecord(new PSArgumentException(message), errorId, ErrorCategory.InvalidOperation, source));
}
