namespace Microsoft.PowerShell.Commands;

/// <summary>The lines around matches; each line is shown once, with the match that comes first.</summary>
internal sealed class LineContexts(string[] lines, int before, int after)
{
    public IEnumerable<MatchInfo> AddTo(IReadOnlyList<MatchInfo> matches)
    {
        int shown = 0;
        for (int i = 0; i < matches.Count; i++)
        {
            int index = matches[i].LineNumber - 1;
            int next = i + 1 < matches.Count ? matches[i + 1].LineNumber - 1 : lines.Length;
            int first = Math.Max(0, index - before);
            int end = (int)Math.Min(lines.Length, (long)index + 1 + after);
            int displayFirst = Math.Min(index, Math.Max(first, shown));
            int displayEnd = Math.Min(end, next);
            matches[i].Context = new MatchInfoContext
            {
                PreContext = lines[first..index],
                PostContext = lines[(index + 1)..end],
                DisplayPreContext = lines[displayFirst..index],
                DisplayPostContext = lines[(index + 1)..displayEnd],
            };
            shown = displayEnd;
        }

        return matches;
    }
}
