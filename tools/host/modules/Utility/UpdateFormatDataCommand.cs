using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.Update, "FormatData", SupportsShouldProcess = true, DefaultParameterSetName = "FileSet")]
public sealed class UpdateFormatDataCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = "FileSet")]
    [Alias("FullName", "PSPath")]
    public string[] AppendPath { get; set; } = [];

    [Parameter(ParameterSetName = "FileSet")]
    [ValidateNotNull]
    public string[] PrependPath { get; set; } = [];

    protected override void ProcessRecord()
    {
        // Prepended views come before all others, the first named first: entered last.
        foreach (string path in PrependPath.Reverse()) Add(path, true);
        foreach (string path in AppendPath) Add(path, false);
    }

    private void Add(string path, bool first)
    {
        foreach (string file in SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _))
        {
            if (!ShouldProcess($"FileName: {file}", "Update FormatData")) continue;
            var entry = new SessionStateFormatEntry(file);
            InitialSessionState state = Context.InitialSessionState;
            if (first) state.Formats._internalCollection.Insert(0, entry);
            else state.Formats.Add(entry);
            try
            {
                state.UpdateFormats(Context, true);
            }
            catch (RuntimeException error)
            {
                WriteError(new ErrorRecord(error, "FormatXmlUpdateException", ErrorCategory.InvalidOperation, file));
            }
        }
    }
}
