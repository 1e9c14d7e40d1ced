using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Provider;

namespace Microsoft.PowerShell.Commands;

/// <summary>Writes values from the pipeline or from -Value to every path.</summary>
public abstract class WriteContentCommandBase : ContentCommandBase, IDisposable
{
    private readonly List<IContentWriter> _writers = [];
    private bool _open;
    private bool _pathsAreBound;

    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[]? Value { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Content.GetContentWriterDynamicParameters(path, context);

    internal abstract string Operation { get; }

    internal abstract void Prepare(string path);

    internal abstract void Opened(IContentWriter writer);

    protected override void BeginProcessing() => _pathsAreBound = Paths.Length > 0;

    protected override void ProcessRecord()
    {
        // Paths may come from the pipeline: then each record brings its own.
        if (!_pathsAreBound) CloseWriters();
        if (!_open) OpenWriters();
        IList values = Value ?? [null];
        foreach (IContentWriter writer in _writers) Write(writer, values);
        if (PassThru) WriteObject(Value, true);
    }

    protected override void EndProcessing() => CloseWriters();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) CloseWriters();
    }

    private void Write(IContentWriter writer, IList values)
    {
        try
        {
            writer.Write(values);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var wrapped = new ProviderInvocationException("ProviderContentWriteError", error.Message, null, string.Join(", ", Paths), error);
            WriteError(new ErrorRecord(wrapped.ErrorRecord, wrapped));
        }
    }

    private void OpenWriters()
    {
        _open = true;
        foreach (string path in ResolvePaths(false))
        {
            TryWithPath(() =>
            {
                if (!ShouldProcess($"Path: {path}", Operation)) return;
                Prepare(path);
                foreach (IContentWriter writer in InvokeProvider.Content.GetWriter(path, CreateLiteralContext()))
                {
                    _writers.Add(writer);
                    Opened(writer);
                }
            });
        }
    }

    private void CloseWriters()
    {
        _open = false;
        foreach (IContentWriter writer in _writers)
        {
            writer.Close();
            writer.Dispose();
        }

        _writers.Clear();
    }
}
