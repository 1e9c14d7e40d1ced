using System;
using System.IO;
using System.Text;
using System.Threading;

namespace Microsoft.Rtc.Management.Emulation.Engine
{
    /// <summary>Drains the engine's stderr, which would block it once the pipe is full, and keeps the last of it.</summary>
    internal sealed class ErrorTail
    {
        private const int Kept = 4096;
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

        private readonly MemoryStream _tail = new MemoryStream();
        private readonly Stream _stream;
        private readonly Thread _thread;

        public ErrorTail(Stream stream)
        {
            _stream = stream;
            _thread = new Thread(Drain) { IsBackground = true, Name = "engine errors" };
            _thread.Start();
        }

        /// <summary>The last 4 KB, trimmed; waits a moment for what an ended engine has just written.</summary>
        public string Text()
        {
            _thread.Join(Patience);
            lock (_tail)
            {
                return Encoding.UTF8.GetString(_tail.ToArray()).Trim();
            }
        }

        private void Drain()
        {
            var chunk = new byte[Kept];
            try
            {
                int count;
                while ((count = _stream.Read(chunk, 0, chunk.Length)) > 0)
                {
                    Keep(chunk, count);
                }
            }
            catch (Exception closed) when (closed is IOException || closed is ObjectDisposedException)
            {
                // The process was ended while we read: nothing more will come.
            }
        }

        private void Keep(byte[] chunk, int count)
        {
            lock (_tail)
            {
                byte[] earlier = _tail.ToArray();
                int fromEarlier = Math.Min(earlier.Length, Kept - count);
                _tail.SetLength(0);
                _tail.Write(earlier, earlier.Length - fromEarlier, fromEarlier);
                _tail.Write(chunk, 0, count);
            }
        }
    }
}
