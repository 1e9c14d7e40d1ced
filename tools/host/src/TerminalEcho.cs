using System.Runtime.InteropServices;

namespace ConsoleHosting;

/// <summary>
/// Turns the terminal's echo off while a secret is typed, and nothing else: Ctrl+C and line editing stay as they are.
/// (The <c>stty</c> program would not do: the runtime restores the terminal's settings when a child ends.)
/// </summary>
internal sealed class TerminalEcho : IDisposable
{
    private const int Terminal = 0;
    private const int Now = 0;
    private const uint Echo = 8;
    private readonly byte[]? _saved;

    private TerminalEcho(byte[]? saved) => _saved = saved;

    // Four flag words come first in both layouts, the local flags last of them.
    private static int LocalFlagsAt => OperatingSystem.IsMacOS() ? 24 : 12;

    public static TerminalEcho Off()
    {
        var settings = new byte[256];
        if (OperatingSystem.IsWindows() || GetAttributes(Terminal, settings) != 0) return new TerminalEcho(null);
        byte[] saved = [.. settings];
        uint flags = BitConverter.ToUInt32(settings, LocalFlagsAt) & ~Echo;
        BitConverter.TryWriteBytes(settings.AsSpan(LocalFlagsAt), flags);
        return SetAttributes(Terminal, Now, settings) == 0 ? new TerminalEcho(saved) : new TerminalEcho(null);
    }

    public void Dispose()
    {
        if (_saved is not null) _ = SetAttributes(Terminal, Now, _saved);
    }

    [DllImport("libc", EntryPoint = "tcgetattr")]
    private static extern int GetAttributes(int descriptor, byte[] settings);

    [DllImport("libc", EntryPoint = "tcsetattr")]
    private static extern int SetAttributes(int descriptor, int when, byte[] settings);
}
