using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Remoting;

namespace Microsoft.PowerShell.Commands;

/// <summary>The engine keeps the transcript; this names its file.</summary>
[Cmdlet(VerbsLifecycle.Start, "Transcript", SupportsShouldProcess = true, DefaultParameterSetName = "ByPath")]
[OutputType(typeof(string))]
public sealed class StartTranscriptCommand : PSCmdlet
{
    private bool _literal;

    [Parameter(Position = 0, ParameterSetName = "ByPath")]
    [ValidateNotNullOrEmpty]
    [WindowsPath]
    public string? Path { get; set; }

    [Parameter(Position = 0, ParameterSetName = "ByLiteralPath")]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    [WindowsPath]
    public string? LiteralPath
    {
        get => Path;
        set
        {
            Path = value;
            _literal = true;
        }
    }

    [Parameter(Position = 0, ParameterSetName = "ByOutputDirectory")]
    [ValidateNotNullOrEmpty]
    [WindowsPath]
    public string? OutputDirectory { get; set; }

    [Parameter]
    public SwitchParameter Append { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    [Parameter]
    public SwitchParameter IncludeInvocationHeader { get; set; }

    [Parameter]
    public SwitchParameter UseMinimalHeader { get; set; }

    protected override void BeginProcessing()
    {
        try
        {
            Path ??= DefaultPath();
            string file = _literal
                ? SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path)
                : PathUtils.ResolveFilePath(Path, this, false);
            if (!ShouldProcess(file)) return;
            Prepare(file);
            Host.UI.StartTranscribing(file, SessionState.PSVariable.GetValue("PSSenderInfo") as PSSenderInfo, IncludeInvocationHeader, UseMinimalHeader);
            var said = new PSObject($"Transcript started, output file is {Path}");
            said.Properties.Add(new PSNoteProperty("Path", Path));
            WriteObject(said);
        }
        catch (Exception error) when (error is not PipelineStoppedException)
        {
            string message = $"Transcription cannot be started due to the error: {error.Message}";
            ThrowTerminatingError(new ErrorRecord(new PSInvalidOperationException(message, error), "CannotStartTranscription", ErrorCategory.InvalidOperation, null));
        }
    }

    /// <summary>$TRANSCRIPT, else a name with the time in the documents or the given folder.</summary>
    private string DefaultPath()
    {
        if (GetVariableValue("global:TRANSCRIPT") is { } set) return LanguagePrimitives.ConvertTo<string>(set);
        if (OutputDirectory is null) return PSHostUserInterface.GetTranscriptPath();
        _literal = true;
        return PSHostUserInterface.GetTranscriptPath(SessionState.Path.GetUnresolvedProviderPathFromPSPath(OutputDirectory), false);
    }

    private void Prepare(string file)
    {
        var existing = new FileInfo(file);
        if (!existing.Exists) return;
        if (NoClobber && !Append) throw new UnauthorizedAccessException($"File {file} already exists and NoClobber was specified.");
        if (existing.IsReadOnly)
        {
            if (!Force) throw new ArgumentException($"The file {file} is read-only.");
            existing.IsReadOnly = false;
        }

        if (!Append) File.WriteAllText(file, "");
    }
}
