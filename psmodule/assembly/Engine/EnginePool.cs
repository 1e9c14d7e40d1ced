using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Threading;

namespace Microsoft.Rtc.Management.Emulation.Engine
{
    /// <summary>
    /// The engines of one runspace: one, started on the first verb, and another only where a verb runs inside the
    /// pipeline of another (<c>Request-CsCertificate -List | ForEach-Object { Request-CsCertificate -Clear … }</c>).
    /// </summary>
    internal sealed class EnginePool
    {
        private static readonly TimeSpan DefaultSilenceLimit = TimeSpan.FromSeconds(120);

        /// <summary>An idle engine closes the store and ends at once, on a busy machine later: only a broken one is killed.</summary>
        private static readonly TimeSpan IdleGrace = TimeSpan.FromSeconds(10);

        private readonly object _lock = new object();
        private readonly Stack<EngineClient> _idle = new Stack<EngineClient>();
        private readonly HashSet<EngineClient> _busy = new HashSet<EngineClient>();

        /// <summary>Runs one call on an engine that is alive and was started with the present environment.</summary>
        /// <returns>Null, or the error the engine ended the call with.</returns>
        public ErrorRecord Use(Func<EngineClient, ErrorRecord> call, IEngineCaller caller, CancellationToken stop)
        {
            EngineClient engine = Rent(EngineEnvironment.Current());
            try
            {
                return engine.Greet(caller, stop) ?? call(engine);
            }
            finally
            {
                Return(engine);
            }
        }

        /// <summary>Ends every engine, one that a call is using after the grace; the next call starts a new one.</summary>
        public void End(TimeSpan grace)
        {
            EndIdle();
            var engines = new List<EngineClient>();
            lock (_lock)
            {
                engines.AddRange(_busy);
                _busy.Clear();
            }

            engines.ForEach(engine => engine.End(grace));
        }

        /// <summary>Ends the engines that no call is using.</summary>
        public void EndIdle()
        {
            var engines = new List<EngineClient>();
            lock (_lock)
            {
                engines.AddRange(_idle);
                _idle.Clear();
            }

            engines.ForEach(engine => engine.End(IdleGrace));
        }

        private EngineClient Rent(EngineEnvironment environment)
        {
            lock (_lock)
            {
                EngineClient engine = TakeIdle(environment)
                    ?? new EngineClient(EngineProcess.Start(EngineCommand.Find(), environment), environment, SilenceLimit());
                _busy.Add(engine);
                return engine;
            }
        }

        private EngineClient TakeIdle(EngineEnvironment environment)
        {
            while (_idle.Count > 0)
            {
                EngineClient engine = _idle.Pop();
                if (engine.IsAlive && engine.Environment.Fits(environment))
                {
                    return engine;
                }

                engine.End(IdleGrace);
            }

            return null;
        }

        private void Return(EngineClient engine)
        {
            lock (_lock)
            {
                // Not ours any more where the module was removed while the call ran.
                if (_busy.Remove(engine) && engine.IsAlive)
                {
                    _idle.Push(engine);
                }
            }
        }

        /// <summary><c>CSCERT_ENGINE_TIMEOUT</c> in seconds; anything that is not a positive number leaves the default.</summary>
        private static TimeSpan SilenceLimit()
        {
            string setting = Environment.GetEnvironmentVariable("CSCERT_ENGINE_TIMEOUT");
            bool valid = double.TryParse(setting, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds > 0 && seconds < 1e6;
            return valid ? TimeSpan.FromSeconds(seconds) : DefaultSilenceLimit;
        }
    }
}
