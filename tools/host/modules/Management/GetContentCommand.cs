using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Provider;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Content", DefaultParameterSetName = "Path")]
public sealed class GetContentCommand : ContentCommandBase
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long ReadCount { get; set; } = 1;

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, long.MaxValue)]
    [Alias("First", "Head")]
    public long TotalCount { get; set; } = -1;

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, int.MaxValue)]
    [Alias("Last")]
    public int Tail { get; set; } = -1;

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Content.GetContentReaderDynamicParameters(path, context);

    protected override void ProcessRecord()
    {
        if (TotalCount >= 0 && Tail >= 0)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException("The parameters TotalCount and Tail cannot be used together. Please specify only one parameter."),
                "TailAndHeadCannotCoexist",
                ErrorCategory.InvalidOperation,
                null));
        }

        ForEachPath(Paths, path =>
        {
            CmdletProviderContext context = CreateContext();
            Collection<PathInfo> resolved = SessionState.Path.GetResolvedPSPathFromPSPath(path, context);
            foreach (PathInfo item in resolved)
            {
                foreach (IContentReader reader in InvokeProvider.Content.GetReader(item.Path, CreateLiteralContext()))
                {
                    using (reader) Read(reader, item);
                }
            }
        });
    }

    private void Read(IContentReader reader, PathInfo item)
    {
        var notes = new ContentNotes(this, item);
        if (TotalCount == 0 || Tail == 0) return;
        if (Tail > 0) ReadTail(reader, notes);
        else ReadForward(reader, notes);
        reader.Close();
    }

    private void ReadForward(IContentReader reader, ContentNotes notes)
    {
        long read = 0;
        while (TotalCount < 0 || read < TotalCount)
        {
            long wanted = ReadCount;
            if (TotalCount >= 0 && (wanted <= 0 || wanted > TotalCount - read)) wanted = TotalCount - read;
            IList items = reader.Read(wanted);
            if (items is null || items.Count == 0) return;
            read += items.Count;
            Write(items, read, notes);
        }
    }

    private void ReadTail(IContentReader reader, ContentNotes notes)
    {
        var last = new Queue<object?>();
        while (reader.Read(1) is { Count: > 0 } items)
        {
            foreach (object? item in items)
            {
                last.Enqueue(item);
                if (last.Count > Tail) last.Dequeue();
            }
        }

        long number = 0;
        if (ReadCount <= 0 && last.Count > 0)
        {
            Write(last.ToArray(), last.Count, notes);
            return;
        }

        foreach (object?[] chunk in last.Chunk((int)Math.Max(ReadCount, 1)))
        {
            number += chunk.Length;
            Write(chunk, number, notes);
        }
    }

    private void Write(IList items, long number, ContentNotes notes)
    {
        if (items.Count == 1)
        {
            object? item = items[0];
            if (item is not null) WriteObject(notes.Attach(item, number));
            return;
        }

        // With -ReadCount, several lines make one object.
        var array = new object?[items.Count];
        items.CopyTo(array, 0);
        WriteObject(notes.Attach(array, number));
    }
}
