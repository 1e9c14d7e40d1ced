using System.Collections;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Numerics;
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
        if (IsNull(plain)) json.WriteNull();
        else if (TryWriteScalar(json, plain)) return;
        else if (plain is JToken token) token.WriteTo(json);
        else if (depth > maximumDepth) WriteCut(json, value);
        else if (plain is IDictionary dictionary) WriteDictionary(json, dictionary, wrapper, depth);
        else if (plain is IEnumerable elements and not PSObject) WriteArray(json, elements, wrapper, depth);
        else WriteProperties(json, plain, wrapper, depth);
    }

    private static bool IsNull(object? plain) =>
        plain is null or DBNull || ReferenceEquals(plain, System.Management.Automation.Internal.AutomationNull.Value)
        || plain.GetType().FullName == "System.Management.Automation.Language.NullString";

    private bool TryWriteScalar(JsonTextWriter json, object? plain)
    {
        switch (plain)
        {
            case string or char or bool or Guid or Uri or DateTime or DateTimeOffset or BigInteger:
                if (plain is Uri uri) json.WriteValue(uri.OriginalString);
                else if (plain is char character) json.WriteValue(character.ToString());
                else json.WriteValue(plain);
                return true;
            case Enum number:
                if (enumsAsStrings) json.WriteValue(number.ToString());
                else json.WriteRawValue(number.ToString("D"));
                return true;
            case sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal:
                json.WriteValue(plain);
                return true;
            default:
                return false;
        }
    }

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

        WriteExtended(json, wrapper, written, depth);
        json.WriteEndObject();
    }

    private void WriteArray(JsonTextWriter json, IEnumerable elements, PSObject? wrapper, int depth)
    {
        List<PSPropertyInfo> notes = ExtendedOf(wrapper);
        if (notes.Count > 0)
        {
            json.WriteStartObject();
            json.WritePropertyName("value");
        }

        json.WriteStartArray();
        foreach (object? element in elements) WriteValue(json, element, depth + 1);
        json.WriteEndArray();
        if (notes.Count == 0) return;
        WriteExtended(json, wrapper, ["value"], depth);
        json.WriteEndObject();
    }

    private void WriteProperties(JsonTextWriter json, object? plain, PSObject? wrapper, int depth)
    {
        PSObject target = wrapper ?? PSObject.AsPSObject(plain);
        json.WriteStartObject();
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // Of a .NET object its own public members are shown, then what was added to this very instance.
        IEnumerable<PSPropertyInfo> own = target.ImmediateBaseObjectIsEmpty
            ? target.Properties
            : new PSMemberInfoIntegratingCollection<PSPropertyInfo>(target, PSObject.GetPropertyCollection(PSMemberViewTypes.Base));
        foreach (PSPropertyInfo property in own)
        {
            if (!written.Add(property.Name)) continue;
            json.WritePropertyName(property.Name);
            WriteValue(json, ValueOf(property), depth + 1);
        }

        WriteExtended(json, wrapper, written, depth);
        json.WriteEndObject();
    }

    private void WriteExtended(JsonTextWriter json, PSObject? wrapper, HashSet<string> written, int depth)
    {
        foreach (PSPropertyInfo property in ExtendedOf(wrapper))
        {
            if (!written.Add(property.Name)) continue;
            json.WritePropertyName(property.Name);
            WriteValue(json, ValueOf(property), depth + 1);
        }
    }

    private static List<PSPropertyInfo> ExtendedOf(PSObject? wrapper) =>
        wrapper is null || wrapper.ImmediateBaseObjectIsEmpty || wrapper.BaseObject is string
            ? []
            : [.. wrapper.InstanceMembers.OfType<PSPropertyInfo>()];

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
