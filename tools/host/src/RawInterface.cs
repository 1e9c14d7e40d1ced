using System.Management.Automation;
using System.Management.Automation.Host;

namespace ConsoleHosting;

/// <summary>The terminal as a grid of cells, as far as a Unix terminal can say.</summary>
internal sealed class RawInterface : PSHostRawUserInterface
{
    // pwsh's answers where there is no terminal to ask.
    private const int FallbackWidth = 80;
    private const int FallbackHeight = 40;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Size BufferSize
    {
        get => WindowSize;
        set => throw new PlatformNotSupportedException();
    }

    public override Size WindowSize
    {
        get
        {
            int width = Console.WindowWidth;
            int height = Console.WindowHeight;
            return new Size(width > 0 ? width : FallbackWidth, height > 0 ? height : FallbackHeight);
        }
        set => throw new PlatformNotSupportedException();
    }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates CursorPosition
    {
        get => Console.IsOutputRedirected ? new Coordinates(0, 0) : new Coordinates(Console.CursorLeft, Console.CursorTop);
        set
        {
            if (!Console.IsOutputRedirected) Console.SetCursorPosition(value.X, value.Y);
        }
    }

    public override int CursorSize
    {
        get => 100;
        set => throw new PlatformNotSupportedException();
    }

    public override Coordinates WindowPosition
    {
        get => new(0, 0);
        set => throw new PlatformNotSupportedException();
    }

    public override string WindowTitle
    {
        get => "";
        set
        {
            if (!Console.IsOutputRedirected) Console.Title = value;
        }
    }

    public override bool KeyAvailable => Console.KeyAvailable;

    public override void FlushInputBuffer()
    {
        while (!Console.IsInputRedirected && Console.KeyAvailable) Console.ReadKey(true);
    }

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (Console.IsInputRedirected) throw new PSInvalidOperationException("A key can be read from a terminal only.");
        ConsoleKeyInfo key = Console.ReadKey((options & ReadKeyOptions.NoEcho) != 0);
        ControlKeyStates state = 0;
        if ((key.Modifiers & ConsoleModifiers.Shift) != 0) state |= ControlKeyStates.ShiftPressed;
        if ((key.Modifiers & ConsoleModifiers.Alt) != 0) state |= ControlKeyStates.LeftAltPressed;
        if ((key.Modifiers & ConsoleModifiers.Control) != 0) state |= ControlKeyStates.LeftCtrlPressed;
        return new KeyInfo((int)key.Key, key.KeyChar, state, true);
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new PlatformNotSupportedException();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new PlatformNotSupportedException();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        // Clear-Host asks for the whole screen this way.
        if (!Console.IsOutputRedirected && rectangle.Left == -1) Console.Clear();
    }

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw new PlatformNotSupportedException();
}
