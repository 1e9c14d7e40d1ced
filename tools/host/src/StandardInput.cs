using Microsoft.Win32.SafeHandles;
using System.Runtime.InteropServices;

namespace ConsoleHosting;

/// <summary>
/// Lines of standard input. Waits with <c>poll</c> before each read, so that Ctrl+C can end the wait, and so that nothing is
/// taken from the terminal that a native program started meanwhile should have. Line editing is the terminal's own.
/// </summary>
internal sealed class StandardInput(Interrupts interrupts)
{
    private const int PollMilliseconds = 100;
    private readonly byte[] _bytes = new byte[4096];
    private readonly List<byte> _line = [];
    private Stream? _stream;
    private int _next;
    private int _count;
    private bool _first = true;

    public bool AtEnd { get; private set; }

    /// <summary>The next line without its line end; null at the end of input.</summary>
    /// <exception cref="OperationCanceledException">Ctrl+C was pressed while waiting.</exception>
    public string? ReadLine()
    {
        while (true)
        {
            while (_next < _count)
            {
                byte value = _bytes[_next++];
                if (value == (byte)'\n') return TakeLine();
                _line.Add(value);
            }

            if (Fill()) continue;
            AtEnd = true;
            return _line.Count > 0 ? TakeLine() : null;
        }
    }

    private string TakeLine()
    {
        if (_line.Count > 0 && _line[^1] == (byte)'\r') _line.RemoveAt(_line.Count - 1);
        string text = Console.InputEncoding.GetString(CollectionsMarshal.AsSpan(_line));
        _line.Clear();
        if (_first && text.StartsWith('\uFEFF')) text = text[1..];
        _first = false;
        return text;
    }

    private bool Fill()
    {
        WaitForInput();
        _stream ??= Open();
        _next = 0;
        _count = _stream.Read(_bytes, 0, _bytes.Length);
        return _count > 0;
    }

    // The console class's own stream would edit and echo lines itself instead of leaving that to the terminal.
    private static Stream Open() => OperatingSystem.IsWindows()
        ? Console.OpenStandardInput()
        : new FileStream(new SafeFileHandle(0, false), FileAccess.Read, 0);

    private void WaitForInput()
    {
        if (OperatingSystem.IsWindows()) return;
        var wanted = new PollDescriptor { Descriptor = 0, Events = PollDescriptor.In };
        while (true)
        {
            if (interrupts.IsRequested)
            {
                _line.Clear();
                throw new OperationCanceledException();
            }

            if (Poll(ref wanted, 1, PollMilliseconds) > 0) return;
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public const short In = 1;
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    [DllImport("libc", EntryPoint = "poll")]
    private static extern int Poll(ref PollDescriptor descriptors, nuint count, int timeout);
}
