using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Text.Json;

namespace Microsoft.Rtc.Management.Emulation.Protocol
{
    /// <summary>
    /// Makes objects from the table they come in (docs/protocol.md): one message or several, each object once; where one
    /// refers to another, both share it.
    /// </summary>
    internal sealed class ObjectTable
    {
        private readonly List<JsonElement> _rows = new List<JsonElement>();

        /// <returns>True with the last part: <paramref name="root"/> is the first object of the table then.</returns>
        /// <exception cref="CallFailure">The part is not one of a table.</exception>
        public bool TryComplete(JsonElement part, out PSObject root)
        {
            foreach (JsonElement row in JsonFields.Items(part, "objects"))
            {
                // A message is let go once it is handled.
                _rows.Add(row.Clone());
            }

            root = null;
            if (!JsonFields.Flag(part, "complete"))
            {
                return false;
            }

            PSObject[] objects = _rows.ConvertAll(Bare).ToArray();
            for (int i = 0; i < objects.Length; i++)
            {
                AddProperties(objects[i], JsonFields.Object(_rows[i], "properties"), objects);
            }

            _rows.Clear();
            root = objects.Length > 0 ? objects[0] : throw CallFailure.NotAMessage("a table without objects");
            return true;
        }

        private static PSObject Bare(JsonElement row)
        {
            var made = new PSObject(new ProductObject(JsonFields.Text(row, "text")));
            made.TypeNames.Clear();
            foreach (string name in JsonFields.Texts(row, "typeNames"))
            {
                made.TypeNames.Add(name);
            }

            made.TypeNames.Add(typeof(object).FullName);
            return made;
        }

        private static void AddProperties(PSObject owner, JsonElement properties, PSObject[] objects)
        {
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                owner.Properties.Add(new PSNoteProperty(property.Name, Value(property.Value, objects)));
            }
        }

        private static object Value(JsonElement value, PSObject[] objects)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Null:
                    return null;
                case JsonValueKind.String:
                    return value.GetString();
                case JsonValueKind.True:
                case JsonValueKind.False:
                    return value.GetBoolean();
                case JsonValueKind.Number when value.TryGetInt32(out int number):
                    return number;
                case JsonValueKind.Array:
                    return List(value, objects);
                case JsonValueKind.Object:
                    int index = JsonFields.Number(value, "object");
                    return index >= 0 && index < objects.Length ? objects[index] : throw CallFailure.NotAMessage($"no object {index}");
                default:
                    throw CallFailure.NotAMessage("a value of an unknown kind");
            }
        }

        /// <summary>Texts alone are a list of texts, as the product's own are.</summary>
        private static Array List(JsonElement value, PSObject[] objects)
        {
            var items = new object[value.GetArrayLength()];
            bool texts = true;
            for (int i = 0; i < items.Length; i++)
            {
                items[i] = Value(value[i], objects);
                texts = texts && items[i] is string;
            }

            return texts ? Array.ConvertAll(items, item => (string)item) : items;
        }
    }
}
