using System.Text.RegularExpressions;

namespace Microsoft.PowerShell.Commands;

/// <summary>The patterns of Select-String: the first that a line fits counts.</summary>
internal sealed class LinePatterns
{
    private readonly string[] _texts;
    private readonly Regex[] _patterns;
    private readonly bool _simple;
    private readonly bool _caseSensitive;

    /// <exception cref="ArgumentException">A pattern is no regular expression.</exception>
    public LinePatterns(string[] texts, bool simple, bool caseSensitive)
    {
        RegexOptions options = caseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase;
        _texts = texts;
        _simple = simple;
        _caseSensitive = caseSensitive;
        _patterns = Array.ConvertAll(texts, text => new Regex(simple ? Regex.Escape(text) : text, options));
    }

    /// <summary>Every match of a line is told, not only the first.</summary>
    public bool All { get; init; }

    /// <summary>A line that fits no pattern is found.</summary>
    public bool Inverted { get; init; }

    public MatchInfo? Find(string line)
    {
        for (int i = 0; i < _patterns.Length; i++)
        {
            Match[] matches = All && !Inverted && !_simple ? _patterns[i].Matches(line).ToArray() : [_patterns[i].Match(line)];
            if (matches.Length == 0 || !matches[0].Success) continue;
            return Inverted ? null : Found(line, _texts[i], _simple ? [] : matches);
        }

        return Inverted ? Found(line, _texts[0], []) : null;
    }

    private MatchInfo Found(string line, string pattern, Match[] matches) =>
        new() { Line = line, Pattern = pattern, IgnoreCase = !_caseSensitive, Matches = matches };
}
