using System;
using System.Management.Automation;
using System.Text.Json;
using System.Threading;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Engine
{
    /// <summary>Whoever calls the engine, and is called back while the call runs.</summary>
    internal interface IEngineCaller
    {
        /// <summary>A notification; unknown ones are ignored.</summary>
        void Tell(string method, JsonElement parameters);

        /// <summary>A question; what writes the fields of its answer, or null where the method is unknown.</summary>
        Action<Utf8JsonWriter> Ask(string method, JsonElement parameters);

        /// <summary>True where the exception only says that whoever reads our output has enough (Select-Object -First).</summary>
        bool IsReaderSatisfied(Exception exception);
    }

    /// <summary>JSON-RPC over one engine process, one call at a time.</summary>
    internal sealed class EngineClient
    {
        private const int Protocol = 1;
        private const int CommandErrorCode = -32000;
        private static readonly TimeSpan AbortGrace = TimeSpan.FromMilliseconds(200);

        private readonly EngineProcess _process;
        private readonly TimeSpan _silenceLimit;
        private bool _greeted;
        private long _lastId;

        public EngineClient(EngineProcess process, EngineEnvironment environment, TimeSpan silenceLimit)
        {
            _process = process;
            _silenceLimit = silenceLimit;
            Environment = environment;
        }

        public EngineEnvironment Environment { get; }

        public bool IsAlive => _process.IsAlive;

        public void End(TimeSpan grace) => _process.End(grace);

        /// <summary>The first exchange: an engine of another protocol, or none at all, is found out before a verb runs.</summary>
        /// <returns>Null, or why the engine cannot be used; it is ended then.</returns>
        public ErrorRecord Greet(IEngineCaller caller, CancellationToken stop)
        {
            if (_greeted)
            {
                return null;
            }

            long? spoken = null;
            Call("hello", WriteGreeting, caller, stop, result => spoken = JsonFields.OptionalNumber(result, "protocol"));
            _greeted = spoken == Protocol;
            if (_greeted)
            {
                return null;
            }

            _process.End(AbortGrace);
            return CallFailure.OtherVersion().ToErrorRecord();
        }

        /// <summary>
        /// Runs one method to its end. Null, or the error the engine ended it with. An engine that was interrupted
        /// (Ctrl+C, a stopping preference, a declined warning) is ended: what it would say next belongs to nobody.
        /// </summary>
        /// <param name="readResult">Gets the result of a method that has one; may be null.</param>
        /// <exception cref="CallFailure">The engine died, fell silent or does not speak the protocol.</exception>
        /// <exception cref="PipelineStoppedException">The stop signal came.</exception>
        public ErrorRecord Call(
            string method,
            Action<Utf8JsonWriter> writeParameters,
            IEngineCaller caller,
            CancellationToken stop,
            Action<JsonElement> readResult = null)
        {
            long id = ++_lastId;
            byte[] line = OutboundLine.Call(id, method, writeParameters);
            bool complete = false;
            try
            {
                _process.Send(line, _silenceLimit, stop);
                ErrorRecord error = Answer(id, caller, stop, readResult);
                complete = true;
                return error;
            }
            catch (OperationCanceledException)
            {
                throw new PipelineStoppedException();
            }
            catch (Exception exception) when (caller.IsReaderSatisfied(exception))
            {
                Answer(id, new SilentCaller(caller), stop, null);
                complete = true;
                throw;
            }
            finally
            {
                if (!complete)
                {
                    _process.End(AbortGrace);
                }
            }
        }

        private static void WriteGreeting(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteNumber("protocol", Protocol);
            json.WriteEndObject();
        }

        private ErrorRecord Answer(long id, IEngineCaller caller, CancellationToken stop, Action<JsonElement> readResult)
        {
            while (true)
            {
                using (EngineMessage message = Next(stop))
                {
                    if (message.Answers(id))
                    {
                        if (message.TryGetError(out JsonElement error))
                        {
                            return ErrorOf(error);
                        }

                        readResult?.Invoke(message.Result);
                        return null;
                    }

                    Handle(message, caller, stop);
                }
            }
        }

        private EngineMessage Next(CancellationToken stop)
        {
            if (!_process.Output.TryTake(out EngineLine line, _silenceLimit, stop))
            {
                throw CallFailure.Silent(_silenceLimit);
            }

            switch (line.Kind)
            {
                case EngineLineKind.Text:
                    return EngineMessage.Parse(line.Bytes);
                case EngineLineKind.TooLong:
                    throw CallFailure.NotAMessage("a line over 4 MB");
                default:
                    throw CallFailure.Ended(_process.DescribeEnd());
            }
        }

        private void Handle(EngineMessage message, IEngineCaller caller, CancellationToken stop)
        {
            switch (message.Kind)
            {
                case EngineMessageKind.Notification:
                    caller.Tell(message.Method, message.Parameters);
                    break;
                case EngineMessageKind.Request:
                    Action<Utf8JsonWriter> writeFields = caller.Ask(message.Method, message.Parameters);
                    byte[] answer = writeFields is null
                        ? OutboundLine.UnknownMethod(message.Id, message.Method)
                        : OutboundLine.Answer(message.Id, writeFields);
                    _process.Send(answer, _silenceLimit, stop);
                    break;
                default:
                    // The answer to an earlier call: stale, nobody waits for it.
                    break;
            }
        }

        private static ErrorRecord ErrorOf(JsonElement error)
        {
            int code = JsonFields.Number(error, "code");
            return code == CommandErrorCode
                ? CommandErrors.FromData(JsonFields.Object(error, "data"))
                : CallFailure.Refused(code, JsonFields.Text(error, "message")).ToErrorRecord();
        }

        /// <summary>Lets a call come to its end when nobody reads it any more; nothing new is agreed to.</summary>
        private sealed class SilentCaller : IEngineCaller
        {
            private readonly IEngineCaller _caller;

            public SilentCaller(IEngineCaller caller)
            {
                _caller = caller;
            }

            public void Tell(string method, JsonElement parameters)
            {
            }

            public Action<Utf8JsonWriter> Ask(string method, JsonElement parameters)
            {
                bool needsConsent = method == HostMethods.ShouldProcess || method == HostMethods.ShouldContinue;
                return needsConsent ? json => json.WriteBoolean("proceed", false) : _caller.Ask(method, parameters);
            }

            public bool IsReaderSatisfied(Exception exception) => false;
        }
    }
}
