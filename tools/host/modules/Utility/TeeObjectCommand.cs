using System.Management.Automation;
using System.Text;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

[Cmdlet("Tee", "Object", DefaultParameterSetName = "File")]
public sealed class TeeObjectCommand : PSCmdlet, IDisposable
{
    private CommandWrapper? _command;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "File")]
    [Alias("Path")]
    [WindowsPath]
    public string? FilePath { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "LiteralFile")]
    [Alias("PSPath", "LP")]
    [WindowsPath]
    public string? LiteralPath { get; set; }

    [Parameter(ParameterSetName = "File")]
    public SwitchParameter Append { get; set; }

    [Parameter(ParameterSetName = "File")]
    [Parameter(ParameterSetName = "LiteralFile")]
    [ArgumentToEncodingTransformation]
    [ArgumentEncodingCompletions]
    [ValidateNotNullOrEmpty]
    public Encoding Encoding { get; set; } = Encoding.Default;

    [Parameter(Mandatory = true, ParameterSetName = "Variable")]
    public string? Variable { get; set; }

    protected override void BeginProcessing()
    {
        _command = new CommandWrapper();
        if (Variable is not null)
        {
            _command.Initialize(Context, "Set-Variable", typeof(SetVariableCommand));
            _command.AddNamedParameter("Name", Variable);
            return;
        }

        _command.Initialize(Context, "Out-File", typeof(OutFileCommand));
        _command.AddNamedParameter(FilePath is null ? "LiteralPath" : "FilePath", FilePath ?? LiteralPath);
        _command.AddNamedParameter("Append", Append);
        _command.AddNamedParameter("Encoding", Encoding);
    }

    protected override void ProcessRecord()
    {
        _command?.Process(InputObject);
        WriteObject(InputObject);
    }

    protected override void EndProcessing() => _command?.ShutDown();

    public void Dispose()
    {
        _command?.Dispose();
        _command = null;
    }
}
