using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Select, "String", DefaultParameterSetName = "File")]
[OutputType(typeof(MatchInfo), typeof(bool), typeof(string))]
public sealed class SelectStringCommand : PSCmdlet
{
    private LinePatterns _patterns = null!;
    private readonly List<string> _inputLines = [];
    private int _inputNumber;
    private bool _answered;
    private bool _literal;

    [Parameter(ValueFromPipeline = true, Mandatory = true, ParameterSetName = "Object")]
    [Parameter(ValueFromPipeline = true, Mandatory = true, ParameterSetName = "ObjectRaw")]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    [Parameter(Mandatory = true, Position = 0)]
    public string[] Pattern { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "File")]
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "FileRaw")]
    [WindowsPath]
    public string[]? Path { get; set; }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralFile")]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralFileRaw")]
    [Alias("PSPath", "LP")]
    [WindowsPath]
    public string[]? LiteralPath
    {
        get => Path;
        set
        {
            Path = value;
            _literal = true;
        }
    }

    [Parameter(Mandatory = true, ParameterSetName = "ObjectRaw")]
    [Parameter(Mandatory = true, ParameterSetName = "FileRaw")]
    [Parameter(Mandatory = true, ParameterSetName = "LiteralFileRaw")]
    public SwitchParameter Raw { get; set; }

    [Parameter]
    public SwitchParameter SimpleMatch { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    [Parameter(ParameterSetName = "Object")]
    [Parameter(ParameterSetName = "File")]
    [Parameter(ParameterSetName = "LiteralFile")]
    public SwitchParameter Quiet { get; set; }

    [Parameter]
    public SwitchParameter List { get; set; }

    [Parameter]
    public SwitchParameter NoEmphasis { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Include { get; set; } = ["*"];

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Exclude { get; set; } = [];

    [Parameter]
    public SwitchParameter NotMatch { get; set; }

    [Parameter]
    public SwitchParameter AllMatches { get; set; }

    [Parameter]
    [ArgumentToEncodingTransformation]
    [ArgumentEncodingCompletions]
    [ValidateNotNullOrEmpty]
    public Encoding Encoding { get; set; } = Encoding.Default;

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateCount(1, 2)]
    [ValidateRange(0, int.MaxValue)]
    public new int[] Context { get; set; } = [0];

    private bool ShowsContext => !Raw && (Context[0] > 0 || Context[^1] > 0);

    protected override void BeginProcessing()
    {
        try
        {
            _patterns = new LinePatterns(Pattern, SimpleMatch, CaseSensitive) { All = AllMatches, Inverted = NotMatch };
        }
        catch (ArgumentException error)
        {
            string message = $"The string {string.Join(", ", Pattern)} is not a valid regular expression: {error.Message}";
            ThrowTerminatingError(new ErrorRecord(new ArgumentException(message, error), "InvalidRegex", ErrorCategory.InvalidArgument, null));
        }
    }

    protected override void ProcessRecord()
    {
        if (_answered) return;
        if (Path is not null) SearchFiles(Path.SelectMany(FilesAt).Where(file => !Directory.Exists(file)));
        else if (InputObject?.BaseObject is FileInfo file) SearchFiles([file.FullName]);
        else SearchInput();
    }

    protected override void EndProcessing()
    {
        if (!_answered && ShowsContext) _ = WriteAll(FindIn(_inputLines, null));
    }

    /// <summary>With context the lines that follow have to be known first.</summary>
    private void SearchInput()
    {
        object? input = InputObject?.BaseObject;
        string line = input is MatchInfo earlier ? earlier.Line : (string)LanguagePrimitives.ConvertTo(InputObject ?? "", typeof(string), CultureInfo.InvariantCulture);
        _inputNumber++;
        if (ShowsContext && input is not MatchInfo)
        {
            _inputLines.Add(line);
            return;
        }

        if (_patterns.Find(line) is not { } found) return;
        found.LineNumber = _inputNumber;
        _answered = WriteAll([input as MatchInfo ?? found]) && Quiet;
    }

    private void SearchFiles(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            if (!IsWanted(System.IO.Path.GetFileName(file))) continue;
            if (Search(file) && Quiet) return;
        }

        if (Quiet && !List) WriteObject(false);
    }

    private bool Search(string file)
    {
        try
        {
            return WriteAll(FindIn(ShowsContext ? File.ReadAllLines(file, Encoding) : File.ReadLines(file, Encoding), file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            string message = $"The file {file} cannot be read: {error.Message}";
            WriteError(new ErrorRecord(new ArgumentException(message, error), "ProcessingFile", ErrorCategory.InvalidArgument, null));
            return false;
        }
    }

    private IEnumerable<MatchInfo> FindIn(IEnumerable<string> lines, string? file)
    {
        IEnumerable<MatchInfo> found = Numbered(lines, file);
        return ShowsContext ? new LineContexts([.. lines], Context[0], Context[^1]).AddTo([.. found]) : found;
    }

    private IEnumerable<MatchInfo> Numbered(IEnumerable<string> lines, string? file)
    {
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (_patterns.Find(line) is not { } found) continue;
            found.LineNumber = number;
            if (file is not null) found.Path = file;
            yield return found;
        }
    }

    /// <summary>With -List and -Quiet the first is enough.</summary>
    private bool WriteAll(IEnumerable<MatchInfo> matches)
    {
        bool any = false;
        foreach (MatchInfo match in Quiet || List ? matches.Take(1) : matches)
        {
            any = true;
            if (!NoEmphasis && Host.UI.SupportsVirtualTerminal) match.Emphasize();
            WriteObject(Raw ? match.Line : Quiet && !List ? true : match);
        }

        return any;
    }

    private IEnumerable<string> FilesAt(string path)
    {
        try
        {
            if (_literal) return [SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)];
            Collection<string> found = SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
            if (provider.Name == "FileSystem") return found;
            string message = $"The current provider ({provider.FullName}) cannot open a file.";
            WriteError(new ErrorRecord(new ArgumentException(message), "ProcessingFile", ErrorCategory.InvalidArgument, null));
        }
        catch (ItemNotFoundException error)
        {
            WriteError(new ErrorRecord(error.ErrorRecord, error));
        }

        return [];
    }

    private bool IsWanted(string name) =>
        Array.Exists(Include, pattern => Fits(pattern, name)) && !Array.Exists(Exclude, pattern => Fits(pattern, name));

    private static bool Fits(string pattern, string name) => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(name);
}
