using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;

namespace Microsoft.Rtc.Management.Emulation.Engine
{
    internal enum EngineLineKind
    {
        Text,

        /// <summary>Nothing more will come.</summary>
        End,

        /// <summary>A line over the limit; nothing after it is read.</summary>
        TooLong,
    }

    /// <summary>What the reader found; bytes without the line feed, null unless it is text.</summary>
    internal readonly struct EngineLine
    {
        public EngineLine(EngineLineKind kind, byte[] bytes)
        {
            Kind = kind;
            Bytes = bytes;
        }

        public EngineLineKind Kind { get; }

        public byte[] Bytes { get; }
    }

    /// <summary>
    /// Reads the engine's lines on a background thread into a queue: the pipeline thread then waits on the queue with a
    /// stop signal, where a blocked read could not be interrupted by Ctrl+C.
    /// </summary>
    internal sealed class LineReader
    {
        private readonly BlockingCollection<EngineLine> _lines = new BlockingCollection<EngineLine>();
        private readonly Stream _stream;
        private readonly int _limit;

        public LineReader(Stream stream, int limit)
        {
            _stream = stream;
            _limit = limit;
            new Thread(Read) { IsBackground = true, Name = "engine output" }.Start();
        }

        /// <summary>Waits for the next line, or gives false after the time.</summary>
        /// <exception cref="OperationCanceledException">The stop signal came.</exception>
        public bool TryTake(out EngineLine line, TimeSpan time, CancellationToken stop) =>
            _lines.TryTake(out line, (int)Math.Min(time.TotalMilliseconds, int.MaxValue), stop);

        private void Read()
        {
            var chunk = new byte[65536];
            var line = new MemoryStream();
            try
            {
                int count;
                while ((count = _stream.Read(chunk, 0, chunk.Length)) > 0)
                {
                    if (!Split(chunk, count, line))
                    {
                        _lines.Add(new EngineLine(EngineLineKind.TooLong, null));
                        return;
                    }
                }
            }
            catch (Exception closed) when (closed is IOException || closed is ObjectDisposedException)
            {
                // The process was ended while we read: the same as its end.
            }

            _lines.Add(new EngineLine(EngineLineKind.End, null));
        }

        private bool Split(byte[] chunk, int count, MemoryStream line)
        {
            int start = 0;
            while (start < count)
            {
                int feed = Array.IndexOf(chunk, (byte)'\n', start, count - start);
                int end = feed < 0 ? count : feed;
                line.Write(chunk, start, end - start);
                if (line.Length > _limit)
                {
                    return false;
                }

                if (feed >= 0)
                {
                    _lines.Add(new EngineLine(EngineLineKind.Text, line.ToArray()));
                    line.SetLength(0);
                }

                start = end + 1;
            }

            return true;
        }
    }
}
