using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsLifecycle.Stop, "Transcript")]
[OutputType(typeof(string))]
public sealed class StopTranscriptCommand : PSCmdlet
{
    protected override void BeginProcessing()
    {
        try
        {
            string file = Host.UI.StopTranscribing();
            if (file is null) return;
            var said = new PSObject($"Transcript stopped, output file is {file}");
            said.Properties.Add(new PSNoteProperty("Path", file));
            WriteObject(said);
        }
        catch (Exception error) when (error is not PipelineStoppedException)
        {
            throw new PSInvalidOperationException($"An error occurred stopping transcription: {error.Message}", error);
        }
    }
}
