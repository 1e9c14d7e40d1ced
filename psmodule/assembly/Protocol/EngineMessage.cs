using System;
using System.Text;
using System.Text.Json;

namespace Microsoft.Rtc.Management.Emulation.Protocol
{
    internal enum EngineMessageKind
    {
        /// <summary>The engine tells something; no answer is expected.</summary>
        Notification,

        /// <summary>The engine asks something and waits for the answer.</summary>
        Request,

        /// <summary>The engine answers a call of ours.</summary>
        Response,
    }

    /// <summary>One line from the engine: a JSON-RPC 2.0 message.</summary>
    internal sealed class EngineMessage : IDisposable
    {
        private static readonly JsonElement NoParameters = JsonDocument.Parse("{}").RootElement;

        private readonly JsonDocument _document;

        private EngineMessage(JsonDocument document)
        {
            _document = document;
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || JsonFields.OptionalText(root, "jsonrpc") != "2.0")
            {
                throw CallFailure.NotAMessage("not JSON-RPC 2.0");
            }

            bool hasId = root.TryGetProperty("id", out JsonElement id);
            Id = id;
            Method = JsonFields.OptionalText(root, "method");
            Kind = Method is null ? EngineMessageKind.Response : hasId ? EngineMessageKind.Request : EngineMessageKind.Notification;
            Parameters = root.TryGetProperty("params", out JsonElement parameters) ? parameters : NoParameters;
            if (Kind == EngineMessageKind.Response && !hasId)
            {
                throw CallFailure.NotAMessage("neither method nor id");
            }
        }

        public EngineMessageKind Kind { get; }

        public string Method { get; }

        public JsonElement Parameters { get; }

        /// <summary>The engine's own id of a request, handed back as it came.</summary>
        public JsonElement Id { get; }

        /// <summary>The result of a response that has no error.</summary>
        public JsonElement Result => _document.RootElement.GetProperty("result");

        /// <exception cref="CallFailure">The line is not a message.</exception>
        public static EngineMessage Parse(byte[] line)
        {
            JsonDocument document;
            try
            {
                document = JsonDocument.Parse(line);
            }
            catch (JsonException)
            {
                throw CallFailure.NotAMessage($"\"{Encoding.UTF8.GetString(line, 0, Math.Min(line.Length, 80))}\"");
            }

            try
            {
                return new EngineMessage(document);
            }
            catch (CallFailure)
            {
                document.Dispose();
                throw;
            }
        }

        /// <summary>True for the answer to the call with this id; answers to earlier calls are stale.</summary>
        public bool Answers(long callId) =>
            Kind == EngineMessageKind.Response
            && Id.ValueKind == JsonValueKind.Number
            && Id.TryGetInt64(out long id)
            && id == callId;

        /// <summary>The error of a response, or false where it has a result.</summary>
        /// <exception cref="CallFailure">It has neither.</exception>
        public bool TryGetError(out JsonElement error)
        {
            if (_document.RootElement.TryGetProperty("error", out error))
            {
                return true;
            }

            return _document.RootElement.TryGetProperty("result", out _) ? false : throw CallFailure.NotAMessage("an answer without a result");
        }

        public void Dispose() => _document.Dispose();
    }
}
