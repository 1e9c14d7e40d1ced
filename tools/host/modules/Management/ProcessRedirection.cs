using System.Diagnostics;

namespace Microsoft.PowerShell.Commands;

/// <summary>Files that a process reads and writes instead of the terminal. A process that goes on keeps them.</summary>
internal sealed class ProcessRedirection : IDisposable
{
    private FileStream? _input;
    private FileStream? _output;
    private FileStream? _error;
    private bool _connected;

    /// <summary>Everything is copied and the files are closed.</summary>
    public Task Finished { get; private set; } = Task.CompletedTask;

    /// <summary>Before the process is started, so that a missing file starts nothing.</summary>
    public void Open(string? input, string? output, string? error)
    {
        if (input is not null) _input = File.OpenRead(input);
        if (output is not null) _output = new FileStream(output, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        if (error is not null) _error = new FileStream(error, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
    }

    public void Connect(Process process)
    {
        _connected = true;
        List<Task> copies = [];
        if (_input is not null) copies.Add(Copy(_input, process.StandardInput.BaseStream));
        if (_output is not null) copies.Add(Copy(process.StandardOutput.BaseStream, _output));
        if (_error is not null) copies.Add(Copy(process.StandardError.BaseStream, _error));
        Finished = Task.WhenAll(copies);
    }

    public void Dispose()
    {
        if (_connected) return;
        _input?.Dispose();
        _output?.Dispose();
        _error?.Dispose();
    }

    private static async Task Copy(Stream from, Stream to)
    {
        await using Stream source = from;
        await using Stream target = to;
        try
        {
            await source.CopyToAsync(target).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The process does not read to the end.
        }
    }
}
