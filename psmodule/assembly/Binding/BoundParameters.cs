using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using Microsoft.Rtc.Management.Deploy;
using Microsoft.Rtc.Management.Deployment;
using Microsoft.Rtc.Management.Emulation.Protocol;
using Microsoft.Rtc.Management.Xds;

namespace Microsoft.Rtc.Management.Emulation.Binding
{
    /// <summary>The parameters a caller gave, as the engine gets them: documented names, plain values.</summary>
    internal static class BoundParameters
    {
        /// <summary>Writes one JSON object. Common parameters and absent values are left out; a path becomes an object.</summary>
        /// <param name="resolve">Makes a path of a parameter's name and text.</param>
        /// <exception cref="CallFailure">A text is not valid Unicode, or no path.</exception>
        public static void Write(
            Utf8JsonWriter json,
            IEnumerable<KeyValuePair<string, object>> bound,
            ICollection<string> pathParameters,
            Func<string, string, ResolvedPath> resolve)
        {
            json.WriteStartObject();
            foreach (KeyValuePair<string, object> parameter in bound)
            {
                if (IsCommon(parameter.Key) || EmptyIsAbsentAttribute.IsAbsent(parameter.Value))
                {
                    continue;
                }

                RequireUnicode(parameter.Key, parameter.Value as string);
                json.WritePropertyName(parameter.Key);
                if (pathParameters.Contains(parameter.Key))
                {
                    resolve(parameter.Key, (string)parameter.Value).Write(json);
                }
                else
                {
                    WriteValue(json, parameter.Value);
                }
            }

            json.WriteEndObject();
        }

        /// <exception cref="CallFailure">The text is not valid Unicode; null passes.</exception>
        public static void RequireUnicode(string parameter, string text)
        {
            for (int i = 0; text != null && i < text.Length; i++)
            {
                bool pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                if (pair)
                {
                    i++;
                }
                else if (char.IsSurrogate(text[i]))
                {
                    throw CallFailure.InvalidText(parameter);
                }
            }
        }

        private static bool IsCommon(string name) =>
            Cmdlet.CommonParameters.Contains(name) || Cmdlet.OptionalCommonParameters.Contains(name) || name == "ProgressAction";

        /// <summary>What the engine needs of it: the certificate is in the store.</summary>
        private static void WriteReference(Utf8JsonWriter json, CertificateReference reference)
        {
            RequireUnicode(nameof(reference.Thumbprint), reference.Thumbprint);
            RequireUnicode(nameof(reference.Use), reference.Use);
            json.WriteStartObject();
            json.WriteString("thumbprint", reference.Thumbprint ?? string.Empty);
            json.WriteString("use", reference.Use ?? string.Empty);
            json.WriteEndObject();
        }

        private static void WriteValue(Utf8JsonWriter json, object value)
        {
            switch (value)
            {
                case string text:
                    json.WriteStringValue(text);
                    break;
                case int number:
                    json.WriteNumberValue(number);
                    break;
                case bool flag:
                    json.WriteBooleanValue(flag);
                    break;
                case SwitchParameter flag:
                    json.WriteBooleanValue(flag.IsPresent);
                    break;
                case Fqdn name:
                    json.WriteStringValue(name.ToString());
                    break;
                case XdsIdentityText identity:
                    json.WriteStringValue(identity.ToString());
                    break;
                case DateTime time:
                    json.WriteStringValue(time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture));
                    break;
                case CertificateReference reference:
                    WriteReference(json, reference);
                    break;
                case Guid id:
                    json.WriteStringValue(id);
                    break;
                case Enum member:
                    json.WriteStringValue(member.ToString());
                    break;
                case Array items:
                    json.WriteStartArray();
                    foreach (object item in items)
                    {
                        WriteValue(json, item);
                    }

                    json.WriteEndArray();
                    break;
                default:
                    throw new NotSupportedException($"A value of the type {value.GetType()} cannot be sent to the engine.");
            }
        }
    }
}
