using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace Microsoft.Rtc.Management.Emulation.Protocol
{
    /// <summary>Reads the fields of a message; one that is missing or of another type is a failure of the engine.</summary>
    internal static class JsonFields
    {
        public static string Text(JsonElement owner, string name) =>
            OptionalText(owner, name) ?? throw CallFailure.NotAMessage($"no text \"{name}\"");

        /// <summary>Null where the field is absent or null.</summary>
        public static string OptionalText(JsonElement owner, string name)
        {
            if (!TryField(owner, name, out JsonElement field))
            {
                return null;
            }

            if (field.ValueKind != JsonValueKind.String)
            {
                throw CallFailure.NotAMessage($"\"{name}\" is not a text");
            }

            return TextOf(field, name);
        }

        /// <summary>Null where the field is absent or null.</summary>
        public static long? OptionalNumber(JsonElement owner, string name)
        {
            if (!TryField(owner, name, out JsonElement field))
            {
                return null;
            }

            if (field.ValueKind != JsonValueKind.Number || !field.TryGetInt64(out long number))
            {
                throw CallFailure.NotAMessage($"\"{name}\" is not a whole number");
            }

            return number;
        }

        public static int Number(JsonElement owner, string name)
        {
            long? number = OptionalNumber(owner, name);
            if (number is null || number < int.MinValue || number > int.MaxValue)
            {
                throw CallFailure.NotAMessage($"no number \"{name}\"");
            }

            return (int)number.Value;
        }

        /// <summary>An ISO 8601 time in UTC, as local time; null where the field is absent or null.</summary>
        public static DateTime? OptionalTime(JsonElement owner, string name)
        {
            string text = OptionalText(owner, name);
            if (text is null)
            {
                return null;
            }

            // Without RoundtripKind a time ending in Z would be converted twice or not at all.
            if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime time) || time.Kind != DateTimeKind.Utc)
            {
                throw CallFailure.NotAMessage($"\"{name}\" is not a time in UTC");
            }

            return time.ToLocalTime();
        }

        public static DateTime Time(JsonElement owner, string name) =>
            OptionalTime(owner, name) ?? throw CallFailure.NotAMessage($"no time \"{name}\"");

        public static string[] Texts(JsonElement owner, string name)
        {
            if (!TryField(owner, name, out JsonElement field) || field.ValueKind != JsonValueKind.Array)
            {
                throw CallFailure.NotAMessage($"no list \"{name}\"");
            }

            var texts = new string[field.GetArrayLength()];
            for (int i = 0; i < texts.Length; i++)
            {
                texts[i] = field[i].ValueKind == JsonValueKind.String
                    ? TextOf(field[i], name)
                    : throw CallFailure.NotAMessage($"\"{name}\" is not a list of texts");
            }

            return texts;
        }

        /// <summary>The items of a list, whatever they are.</summary>
        public static IEnumerable<JsonElement> Items(JsonElement owner, string name) =>
            TryField(owner, name, out JsonElement field) && field.ValueKind == JsonValueKind.Array
                ? (IEnumerable<JsonElement>)field.EnumerateArray()
                : throw CallFailure.NotAMessage($"no list \"{name}\"");

        public static bool Flag(JsonElement owner, string name) =>
            TryField(owner, name, out JsonElement field) && (field.ValueKind == JsonValueKind.True || field.ValueKind == JsonValueKind.False)
                ? field.GetBoolean()
                : throw CallFailure.NotAMessage($"no flag \"{name}\"");

        /// <summary>Base64.</summary>
        public static byte[] Bytes(JsonElement owner, string name)
        {
            bool found = TryField(owner, name, out JsonElement field);
            return found && field.ValueKind == JsonValueKind.String && field.TryGetBytesFromBase64(out byte[] bytes)
                ? bytes
                : throw CallFailure.NotAMessage($"no bytes \"{name}\"");
        }

        public static JsonElement Object(JsonElement owner, string name) =>
            TryField(owner, name, out JsonElement field) && field.ValueKind == JsonValueKind.Object
                ? field
                : throw CallFailure.NotAMessage($"no object \"{name}\"");

        private static bool TryField(JsonElement owner, string name, out JsonElement field)
        {
            if (owner.ValueKind != JsonValueKind.Object)
            {
                throw CallFailure.NotAMessage($"no object around \"{name}\"");
            }

            return owner.TryGetProperty(name, out field) && field.ValueKind != JsonValueKind.Null;
        }

        private static string TextOf(JsonElement field, string name)
        {
            try
            {
                return field.GetString();
            }
            catch (InvalidOperationException)
            {
                throw CallFailure.NotAMessage($"\"{name}\" is not valid Unicode");
            }
        }
    }
}
