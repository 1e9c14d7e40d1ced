using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>The names of a path as they exist, where they differ from what was asked for only in case.</summary>
internal static class ExistingNames
{
    private static readonly char[] Separators = ['\\', '/'];
    private static readonly char[] Wildcards = ['*', '?', '[', '`'];

    /// <summary>The path with its separators, each name as it is in the folder; from the first one that is not there on, as given.</summary>
    public static string In(string folder, string path)
    {
        var result = new StringBuilder();
        string current = folder;
        for (int start = 0; start < path.Length;)
        {
            int end = path.IndexOfAny(Separators, start);
            string name = end < 0 ? path[start..] : path[start..end];
            string? found = Find(current, name);
            if (found is null) return result.Append(path, start, path.Length - start).ToString();
            current = Path.Join(current, found);
            result.Append(found);
            if (end < 0) break;
            result.Append(path[end]);
            start = end + 1;
        }

        return result.ToString();
    }

    /// <summary>The exact name if it is there, else the first that differs only in case; null where there is none.</summary>
    private static string? Find(string folder, string name)
    {
        if (name is "" or "." or "..") return name;
        if (name.IndexOfAny(Wildcards) >= 0) return null;
        if (Path.Exists(Path.Join(folder, name))) return name;
        if (!Directory.Exists(folder)) return null;
        return Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path))
            .Where(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase))
            .Min(StringComparer.Ordinal);
    }
}
