using System.Text;
using System.Text.RegularExpressions;

namespace Microsoft.PowerShell.Commands;

/// <summary>The lines around a match; the display ones without those that another match shows.</summary>
public sealed class MatchInfoContext
{
    internal MatchInfoContext()
    {
    }

    public string[] PreContext { get; set; } = [];

    public string[] PostContext { get; set; } = [];

    public string[] DisplayPreContext { get; set; } = [];

    public string[] DisplayPostContext { get; set; } = [];
}

/// <summary>A line that Select-String found.</summary>
public class MatchInfo
{
    private const string InputStream = "InputStream";
    private string? _path;
    private bool _emphasize;

    public bool IgnoreCase { get; set; }

    public int LineNumber { get; set; }

    public string Line { get; set; } = "";

    public string Filename => _path is null ? InputStream : System.IO.Path.GetFileName(_path);

    public string Path
    {
        get => _path ?? InputStream;
        set => _path = value;
    }

    public string Pattern { get; set; } = "";

    public MatchInfoContext? Context { get; set; }

    public Match[] Matches { get; set; } = [];

    internal void Emphasize() => _emphasize = true;

    public string RelativePath(string directory)
    {
        if (_path is null || string.IsNullOrEmpty(directory)) return Path;
        string folder = directory.EndsWith('/') || directory.EndsWith('\\') ? directory : directory + System.IO.Path.DirectorySeparatorChar;
        return _path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && _path.Length > folder.Length ? _path[folder.Length..] : _path;
    }

    public override string ToString() => Show(Path, Line);

    public string ToString(string? directory) => Show(directory is null ? Path : RelativePath(directory), Line);

    /// <summary>What the view shows: where a terminal can, the matches stand out.</summary>
    public string ToEmphasizedString(string? directory) =>
        _emphasize ? Show(directory is null ? Path : RelativePath(directory), EmphasizedLine()) : ToString(directory);

    private string EmphasizedLine()
    {
        var text = new StringBuilder(Line);
        foreach (Match match in Matches.Reverse())
        {
            text.Insert(match.Index + match.Length, "\u001b[0m").Insert(match.Index, "\u001b[7m");
        }

        return text.ToString();
    }

    private string Show(string path, string line)
    {
        if (Context is null) return One("", path, LineNumber, line);
        int number = LineNumber - Context.DisplayPreContext.Length;
        List<string> lines = [.. Context.DisplayPreContext.Select(before => One("  ", path, number++, before))];
        lines.Add(One("> ", path, number++, line));
        lines.AddRange(Context.DisplayPostContext.Select(after => One("  ", path, number++, after)));
        return string.Join(Environment.NewLine, lines);
    }

    private string One(string prefix, string path, int number, string line) =>
        _path is null ? prefix + line : $"{prefix}{path}:{number}:{line}";
}
