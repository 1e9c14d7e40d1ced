using System.Management.Automation.Runspaces;
using System.Runtime.InteropServices;

namespace ConsoleHosting;

/// <summary>Ctrl+C: stops the running pipeline, or ends the wait for a line, and never the host.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly PosixSignalRegistration _registration;
    private readonly Stack<Pipeline> _running = new();
    private volatile bool _requested;

    public Interrupts() => _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnInterrupt);

    /// <summary>True from Ctrl+C until <see cref="Clear"/>.</summary>
    public bool IsRequested => _requested;

    public void Clear() => _requested = false;

    public void Begin(Pipeline pipeline)
    {
        lock (_running) _running.Push(pipeline);
    }

    public void End()
    {
        lock (_running) _running.Pop();
    }

    public void Dispose() => _registration.Dispose();

    private void OnInterrupt(PosixSignalContext context)
    {
        context.Cancel = true;
        _requested = true;
        lock (_running)
        {
            if (_running.TryPeek(out Pipeline? pipeline)) pipeline.StopAsync();
        }
    }
}
