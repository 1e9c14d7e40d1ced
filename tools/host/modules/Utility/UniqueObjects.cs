using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Keeps the first of each kind: objects made of properties are equal when all of these are, others by value.</summary>
internal sealed class UniqueObjects(bool ignoreCase)
{
    public List<PSObject> All { get; } = [];

    public void Add(PSObject value)
    {
        if (!All.Exists(known => AreEqual(known, value))) All.Add(value);
    }

    private bool AreEqual(PSObject left, PSObject right)
    {
        bool leftIsBag = left.ImmediateBaseObjectIsEmpty;
        if (leftIsBag != right.ImmediateBaseObjectIsEmpty) return false;
        if (!leftIsBag) return SameValue(left.BaseObject, right.BaseObject);

        List<PSPropertyInfo> leftProperties = [.. left.Properties];
        List<PSPropertyInfo> rightProperties = [.. right.Properties];
        if (leftProperties.Count != rightProperties.Count) return false;
        return leftProperties.TrueForAll(property =>
            right.Properties[property.Name] is { } other && SameValue(property.Value, other.Value));
    }

    private bool SameValue(object? left, object? right) => LanguagePrimitives.Equals(left, right, ignoreCase);
}
