using System;
using System.IO;
using System.Text.Json;

namespace Microsoft.Rtc.Management.Emulation.Protocol
{
    /// <summary>
    /// One line to the engine. The writer's default encoder leaves only ASCII on the wire (everything else as
    /// <c>\uXXXX</c>), so that no console code page can spoil it.
    /// </summary>
    internal static class OutboundLine
    {
        /// <summary>Longest line in either direction, in bytes.</summary>
        public const int Limit = 4 * 1024 * 1024;

        public static byte[] Call(long id, string method, Action<Utf8JsonWriter> writeParameters) => Line(json =>
        {
            json.WriteNumber("id", id);
            json.WriteString("method", method);
            json.WritePropertyName("params");
            writeParameters(json);
        });

        public static byte[] Answer(JsonElement id, Action<Utf8JsonWriter> writeFields) => Line(json =>
        {
            json.WritePropertyName("id");
            id.WriteTo(json);
            json.WriteStartObject("result");
            writeFields(json);
            json.WriteEndObject();
        });

        public static byte[] UnknownMethod(JsonElement id, string method) => Line(json =>
        {
            json.WritePropertyName("id");
            id.WriteTo(json);
            json.WriteStartObject("error");
            json.WriteNumber("code", -32601);
            json.WriteString("message", $"Unknown method {method}");
            json.WriteEndObject();
        });

        private static byte[] Line(Action<Utf8JsonWriter> writeFields)
        {
            using (var bytes = new MemoryStream())
            {
                using (var json = new Utf8JsonWriter(bytes))
                {
                    json.WriteStartObject();
                    json.WriteString("jsonrpc", "2.0");
                    writeFields(json);
                    json.WriteEndObject();
                }

                if (bytes.Length >= Limit)
                {
                    throw CallFailure.CallTooLarge(Limit);
                }

                bytes.WriteByte((byte)'\n');
                return bytes.ToArray();
            }
        }
    }
}
