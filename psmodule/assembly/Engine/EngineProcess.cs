using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Engine
{
    /// <summary>One Node.js process and its three pipes. It ends by itself when its stdin does, however we end.</summary>
    internal sealed class EngineProcess
    {
        /// <summary>For what a process does that has closed its output or was killed: a moment, and more on a busy machine.</summary>
        private const int EndMilliseconds = 5000;

        private readonly Process _process;
        private readonly Stream _input;
        private readonly ErrorTail _errors;
        private int _ended;

        private EngineProcess(Process process)
        {
            _process = process;
            _input = process.StandardInput.BaseStream;
            Output = new LineReader(process.StandardOutput.BaseStream, OutboundLine.Limit);
            _errors = new ErrorTail(process.StandardError.BaseStream);
        }

        public LineReader Output { get; }

        public bool IsAlive => _ended == 0 && !_process.HasExited;

        /// <exception cref="CallFailure">The process could not be started.</exception>
        public static EngineProcess Start(EngineCommand command, EngineEnvironment environment)
        {
            var start = new ProcessStartInfo(command.Node, command.Arguments)
            {
                UseShellExecute = false,
                CreateNoWindow = true,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            environment.ApplyTo(start);
            try
            {
                return new EngineProcess(Process.Start(start));
            }
            catch (Exception refused) when (refused is Win32Exception || refused is IOException)
            {
                throw CallFailure.NotStarted(command.Node, refused);
            }
        }

        /// <summary>
        /// Writes a line without blocking the pipeline thread for good: an engine that no longer reads leaves the pipe
        /// full. A broken pipe is no error here; the reader then finds the end.
        /// </summary>
        /// <exception cref="OperationCanceledException">The stop signal came.</exception>
        /// <exception cref="CallFailure">The engine did not take the line in time.</exception>
        public void Send(byte[] line, TimeSpan time, CancellationToken stop)
        {
            Task write = Task.Run(() =>
            {
                try
                {
                    _input.Write(line, 0, line.Length);
                    _input.Flush();
                }
                catch (Exception broken) when (broken is IOException || broken is ObjectDisposedException)
                {
                    // The process is gone.
                }
            });
            if (!write.Wait((int)Math.Min(time.TotalMilliseconds, int.MaxValue), stop))
            {
                throw CallFailure.Silent(time);
            }
        }

        /// <summary>How the process ended and the last it said on stderr, as one or two sentences.</summary>
        public string DescribeEnd()
        {
            bool exited = _process.WaitForExit(EndMilliseconds);
            string ending = exited
                ? string.Format(CultureInfo.InvariantCulture, "exit code {0}.", _process.ExitCode)
                : "it closed its output.";
            string said = _errors.Text();
            string oneLine = said.Replace("\r", string.Empty).Replace("\n", " | ");
            return said.Length == 0 ? ending : $"{ending} Its last words: \"{DisplayText.Of(oneLine)}\".";
        }

        /// <summary>Closes stdin, which tells the engine to end, and kills it where it has not ended within the grace.</summary>
        public void End(TimeSpan grace)
        {
            if (Interlocked.Exchange(ref _ended, 1) != 0)
            {
                return;
            }

            try
            {
                // Closing waits for a write that the engine does not take; that must not hold us up.
                Task.Run(() => _input.Dispose()).Wait(grace);
                if (!_process.WaitForExit((int)grace.TotalMilliseconds))
                {
                    _process.Kill();
                    _process.WaitForExit(EndMilliseconds);
                }
            }
            catch (Exception gone) when (gone is InvalidOperationException || gone is Win32Exception || gone is AggregateException)
            {
                // It ended by itself between two lines, which is what was wanted.
            }
        }
    }
}
