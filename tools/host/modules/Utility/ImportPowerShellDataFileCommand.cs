using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.Import, "PowerShellDataFile", DefaultParameterSetName = "ByPath")]
[OutputType(typeof(Hashtable))]
public sealed class ImportPowerShellDataFileCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "ByPath")]
    [ValidateNotNullOrEmpty]
    [WindowsPath]
    public string[]? Path { get; set; }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ByLiteralPath")]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath", "LP")]
    [WindowsPath]
    public string[]? LiteralPath { get; set; }

    [Parameter]
    public SwitchParameter SkipLimitCheck { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string path in LiteralPath ?? Path ?? [])
        {
            string file = PathUtils.ResolveFilePath(path, this, LiteralPath is not null);
            if (!File.Exists(file))
            {
                Refuse($"The path '{path}' cannot be found.", "FileNotFound", ErrorCategory.InvalidData, path);
                continue;
            }

            ScriptBlockAst script = Parser.ParseFile(file, out _, out ParseError[] errors);
            if (errors.Length > 0)
            {
                Refuse($"The data file '{file}' could not be parsed as a PowerShell Data File. {errors[0].Message}", "CouldNotParseAsPowerShellDataFile", ErrorCategory.InvalidData, file);
                continue;
            }

            if (script.Find(node => node is HashtableAst, false) is not { } table)
            {
                Refuse($"The data file '{file}' could not be parsed as a PowerShell Data File because a hashtable root was not found.", "CouldNotParseAsPowerShellDataFileNoHashtableRoot", ErrorCategory.InvalidData, file);
                continue;
            }

            WriteObject(table.SafeGetValue(SkipLimitCheck));
        }
    }

    private void Refuse(string message, string errorId, ErrorCategory category, string target) =>
        WriteError(new ErrorRecord(new InvalidOperationException(message), errorId, category, target));
}
