namespace ConsoleHosting;

/// <summary>Prompts inside a running command: the answer "Suspend" to a question opens one, <c>exit</c> leaves it.</summary>
internal sealed class NestedPrompts(Func<InteractiveLoop> createLoop)
{
    private readonly Stack<InteractiveLoop> _open = new();

    public void Enter()
    {
        InteractiveLoop loop = createLoop();
        _open.Push(loop);
        try
        {
            loop.Run();
        }
        finally
        {
            _open.Pop();
        }
    }

    public void Leave()
    {
        if (_open.TryPeek(out InteractiveLoop? loop)) loop.Leave = true;
    }
}
