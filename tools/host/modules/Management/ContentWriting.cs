using System.Collections;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Provider;

namespace Microsoft.PowerShell.Commands;

/// <summary>Writes values from the pipeline or from -Value to every path.</summary>
public abstract class WriteContentCommandBase : ContentCommandBase, IDisposable
{
    private readonly List<IContentWriter> _writers = [];
    private bool _open;
    private bool _valueIsBound;

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

    protected override void BeginProcessing() => _valueIsBound = MyInvocation.BoundParameters.ContainsKey(nameof(Value));

    protected override void ProcessRecord()
    {
        // Paths may come from the pipeline too; then each record brings its own.
        bool pathsChange = MyInvocation.ExpectingInput && _valueIsBound && MyInvocation.PipelinePosition > 1;
        if (pathsChange) CloseWriters();
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

[Cmdlet(VerbsCommon.Set, "Content", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class SetContentCommand : WriteContentCommandBase
{
    internal override string Operation => "Set Content";

    internal override void Prepare(string path)
    {
        CmdletProviderContext probe = CreateLiteralContext();
        probe.DynamicParameters = null;
        if (!InvokeProvider.Item.Exists(path, probe)) return;
        // Asked already, under this cmdlet's own name: without a command in its context the provider does not ask again.
        var context = new CmdletProviderContext(Context) { Force = Force, SuppressWildcardExpansion = true };
        InvokeProvider.Content.Clear(path, context);
        foreach (ErrorRecord error in context.GetAccumulatedErrorObjects() ?? []) WriteError(error);
    }

    internal override void Opened(IContentWriter writer)
    {
    }
}

[Cmdlet(VerbsCommon.Add, "Content", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class AddContentCommand : WriteContentCommandBase
{
    internal override string Operation => "Add Content";

    internal override void Prepare(string path)
    {
    }

    internal override void Opened(IContentWriter writer) => writer.Seek(0, SeekOrigin.End);
}

[Cmdlet(VerbsCommon.Clear, "Content", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class ClearContentCommand : ContentCommandBase
{
    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Content.ClearContentDynamicParameters(path, context);

    protected override void ProcessRecord() =>
        ForEachPath(Paths, path =>
        {
            CmdletProviderContext context = CreateContext();
            context.PassThru = false;
            InvokeProvider.Content.Clear(path, context);
        });
}
