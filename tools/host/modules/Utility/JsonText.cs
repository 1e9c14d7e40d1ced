using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Reflection;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.PowerShell.Commands;

/// <summary>Writes any object as JSON: dictionaries and property bags as objects, collections as arrays, down to a depth.</summary>
internal sealed class JsonText(int maximumDepth, bool enumsAsStrings, CancellationToken cancellation)
{
    /// <summary>True once something below the depth was written as its text.</summary>
    public bool WasCut { get; private set; }

    public string Write(object? value, bool compress, StringEscapeHandling escaping)
    {
        var text = new StringBuilder();
        using var target = new StringWriter(text, CultureInfo.InvariantCulture);
        using var json = new JsonTextWriter(target)
        {
            Formatting = compress ? Formatting.None : Formatting.Indented,
            StringEscapeHandling = escaping,
        };
        WriteValue(json, value, 0);
        return text.ToString();
    }

    private void WriteValue(JsonTextWriter json, object? value, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        var wrapper = value as PSObject;
        object? plain = PSObject.Base(value);
        if (wrapper is not null && wrapper.ImmediateBaseObjectIsEmpty) plain = wrapper;
        if (plain is null || IsNull(plain))
        {
            json.WriteNull();
            return;
        }

        bool cut = depth > maximumDepth && !IsScalar(plain);
        if (cut) WriteCut(json, value);
        else if (plain is PSObject bag) WriteBag(json, bag, depth);
        else if (plain is IDictionary dictionary) WriteDictionary(json, dictionary, wrapper, depth);
        else if (IsScalar(plain) || plain is JToken or IEnumerable) WriteWithNotes(json, plain, ExtendedOf(wrapper), depth);
        else WriteMembers(json, plain, wrapper, depth);
    }

    /// <summary>A scalar or an array; with notes on it, it becomes the "value" of an object.</summary>
    private void WriteWithNotes(JsonTextWriter json, object plain, List<PSPropertyInfo> notes, int depth)
    {
        if (notes.Count > 0)
        {
            json.WriteStartObject();
            json.WritePropertyName("value");
        }

        if (plain is JToken token) token.WriteTo(json);
        else if (IsScalar(plain)) WriteScalar(json, plain);
        else WriteArray(json, (IEnumerable)plain, depth);
        if (notes.Count == 0) return;
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "value" };
        foreach (PSPropertyInfo note in notes) WriteProperty(json, note, written, depth);
        json.WriteEndObject();
    }

    private static bool IsScalar(object plain) =>
        plain is string or Guid or Uri or DateTimeOffset or BigInteger or decimal or Enum || plain.GetType().IsPrimitive || plain is DateTime;

    private void WriteScalar(JsonTextWriter json, object plain)
    {
        switch (plain)
        {
            case Uri uri:
                json.WriteValue(uri.OriginalString);
                break;
            case char character:
                json.WriteValue(character.ToString());
                break;
            case IntPtr or UIntPtr:
                // As pwsh, whose serialiser shows what the type keeps.
                json.WriteStartObject();
                json.WritePropertyName("value");
                json.WriteRawValue(plain.ToString());
                json.WriteEndObject();
                break;
            case Enum number when enumsAsStrings:
                json.WriteValue(number.ToString());
                break;
            case Enum number:
                json.WriteRawValue(number.ToString("D"));
                break;
            default:
                json.WriteValue(plain);
                break;
        }
    }

    private static bool IsNull(object plain) =>
        plain is DBNull || ReferenceEquals(plain, System.Management.Automation.Internal.AutomationNull.Value)
        || plain.GetType().FullName == "System.Management.Automation.Language.NullString";

    private void WriteCut(JsonTextWriter json, object? value)
    {
        WasCut = true;
        json.WriteValue(LanguagePrimitives.ConvertTo<string>(value));
    }

    private void WriteDictionary(JsonTextWriter json, IDictionary dictionary, PSObject? wrapper, int depth)
    {
        json.WriteStartObject();
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in dictionary)
        {
            string name = entry.Key as string ?? LanguagePrimitives.ConvertTo<string>(entry.Key);
            written.Add(name);
            json.WritePropertyName(name);
            WriteValue(json, entry.Value, depth + 1);
        }

        foreach (PSPropertyInfo property in ExtendedOf(wrapper)) WriteProperty(json, property, written, depth);
        json.WriteEndObject();
    }

    private void WriteArray(JsonTextWriter json, IEnumerable elements, int depth)
    {
        json.WriteStartArray();
        foreach (object? element in elements) WriteValue(json, element, depth + 1);
        json.WriteEndArray();
    }

    private void WriteBag(JsonTextWriter json, PSObject bag, int depth)
    {
        json.WriteStartObject();
        var properties = new PSMemberInfoIntegratingCollection<PSPropertyInfo>(
            bag, PSObject.GetPropertyCollection(PSMemberViewTypes.Extended | PSMemberViewTypes.Adapted));
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (PSPropertyInfo property in properties) WriteProperty(json, property, written, depth);
        json.WriteEndObject();
    }

    /// <summary>
    /// Of a .NET object its own public fields and properties, then what PowerShell adds. A member laid over a property of
    /// this one object stands in its place: it is what a script reads there, as the friendly name of a certificate.
    /// </summary>
    private void WriteMembers(JsonTextWriter json, object plain, PSObject? wrapper, int depth)
    {
        json.WriteStartObject();
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        List<PSPropertyInfo> extended = ExtendedOf(wrapper);
        foreach (FieldInfo field in plain.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            if (field.IsDefined(typeof(HiddenAttribute)) || !written.Add(field.Name)) continue;
            json.WritePropertyName(field.Name);
            WriteValue(json, field.GetValue(plain), depth + 1);
        }

        foreach (PropertyInfo property in plain.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetMethod is not { IsPublic: true } getter || getter.GetParameters().Length > 0) continue;
            if (property.IsDefined(typeof(HiddenAttribute)) || !written.Add(property.Name)) continue;
            PSPropertyInfo? laidOver = extended.Find(member => member.IsInstance && property.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase));
            json.WritePropertyName(property.Name);
            WriteValue(json, laidOver is null ? ValueOf(property, plain) : ValueOf(laidOver), depth + 1);
        }

        foreach (PSPropertyInfo property in extended) WriteProperty(json, property, written, depth);
        json.WriteEndObject();
    }

    private void WriteProperty(JsonTextWriter json, PSPropertyInfo property, HashSet<string> written, int depth)
    {
        if (!written.Add(property.Name)) return;
        json.WritePropertyName(property.Name);
        WriteValue(json, ValueOf(property), depth + 1);
    }

    /// <summary>What PowerShell adds to a value; dates and texts are shown without it.</summary>
    private static List<PSPropertyInfo> ExtendedOf(PSObject? wrapper) =>
        wrapper is null || wrapper.ImmediateBaseObjectIsEmpty || wrapper.BaseObject is string or DateTime
            ? []
            : [.. new PSMemberInfoIntegratingCollection<PSPropertyInfo>(wrapper, PSObject.GetPropertyCollection(PSMemberViewTypes.Extended))];

    private static object? ValueOf(PropertyInfo property, object target)
    {
        try
        {
            return property.GetValue(target);
        }
        catch (Exception failure) when (failure is TargetInvocationException or NotSupportedException)
        {
            return null; // It threw, or its type cannot be held in an object, as a Span.
        }
    }

    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
