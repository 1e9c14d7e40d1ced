using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.PowerShell.Commands;

/// <summary>JSON text as property bags, or as ordered hashtables.</summary>
internal static class JsonReading
{
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="InvalidOperationException">The object cannot be held in a property bag.</exception>
    public static object? Parse(string text, bool asHashtable, int? maximumDepth)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        using var json = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.DateTime, MaxDepth = maximumDepth };
        JToken token = JToken.Load(json, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Replace });
        while (json.Read())
        {
            if (json.TokenType != JsonToken.Comment)
            {
                throw new JsonReaderException($"Additional text found in JSON string after finishing deserializing object. Path '{json.Path}', line {json.LineNumber}, position {json.LinePosition}.");
            }
        }

        return Convert(token, asHashtable);
    }

    private static object? Convert(JToken token, bool asHashtable) => token switch
    {
        JObject bag => asHashtable ? ToTable(bag) : ToPropertyBag(bag),
        JArray array => array.Select(element => Convert(element, asHashtable)).ToArray(),
        JValue { Type: JTokenType.Integer, Value: BigInteger big } => big,
        JValue value => value.Value,
        _ => token.ToString(),
    };

    private static OrderedHashtable ToTable(JObject bag)
    {
        var result = new OrderedHashtable();
        foreach (JProperty property in bag.Properties()) result[property.Name] = Convert(property.Value, true);
        return result;
    }

    private static PSObject ToPropertyBag(JObject bag)
    {
        var result = new PSObject(bag.Count);
        foreach (JProperty property in bag.Properties())
        {
            if (property.Name.Length == 0)
            {
                throw new InvalidOperationException("The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.");
            }

            if (result.Properties[property.Name] is { } other)
            {
                throw new InvalidOperationException(string.Create(
                    CultureInfo.CurrentCulture,
                    $"Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '{other.Name}' was '{property.Name}'."));
            }

            result.Properties.Add(new PSNoteProperty(property.Name, Convert(property.Value, false)), true);
        }

        return result;
    }
}
