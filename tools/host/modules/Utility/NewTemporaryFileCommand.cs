using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.New, "TemporaryFile", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class NewTemporaryFileCommand : Cmdlet
{
    protected override void EndProcessing()
    {
        if (!ShouldProcess(Path.GetTempPath())) return;
        try
        {
            WriteObject(new FileInfo(Path.GetTempFileName()));
        }
        catch (IOException error)
        {
            ThrowTerminatingError(new ErrorRecord(error, "NewTemporaryFileWriteError", ErrorCategory.WriteError, Path.GetTempPath()));
        }
    }
}
