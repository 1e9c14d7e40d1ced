using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>A file that a cmdlet writes, opened as its parameters say. One that -Force made writable is read-only again at the end.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly FileInfo? _readOnly;

    private OutputFile(FileStream stream, StreamWriter writer, FileInfo? readOnly)
    {
        _stream = stream;
        Writer = writer;
        _readOnly = readOnly;
    }

    public StreamWriter Writer { get; }

    public static OutputFile Open(PSCmdlet cmdlet, string path, bool isLiteral, Encoding encoding, bool append, bool force, bool noClobber)
    {
        PathUtils.MasterStreamOpen(
            cmdlet, path, encoding, false, append, force, noClobber, out FileStream stream, out StreamWriter writer, out FileInfo? readOnly, isLiteral);
        return new OutputFile(stream, writer, readOnly);
    }

    public void Dispose()
    {
        Writer.Dispose();
        _stream.Dispose();
        if (_readOnly is not null) _readOnly.Attributes |= FileAttributes.ReadOnly;
    }
}
