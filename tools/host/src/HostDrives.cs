using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell.Commands;

namespace ConsoleHosting;

/// <summary>
/// File system drives of the session from <c>PSHOST_DRIVES</c>, so that scripts written for <c>C:\</c> find one elsewhere too.
/// Folders made for them that are still empty at the end are removed again.
/// </summary>
internal sealed class HostDrives : IDisposable
{
    public const string VariableName = "PSHOST_DRIVES";
    private readonly List<string> _created = [];

    /// <summary>Whether the session was given drives.</summary>
    public bool Exist { get; private set; }

    /// <summary>This host's path for one on a drive of the environment, in any case; any other as it is. Before a session exists.</summary>
    public static string PathOf(string path)
    {
        if (OperatingSystem.IsWindows() || path.Length < 3 || path[1] != ':' || path[2] is not ('\\' or '/')) return path;
        string prefix = path[..1] + "=";
        string? entry = Entries().FirstOrDefault(entry => entry.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        if (entry is null) return path;
        string root = entry[prefix.Length..];
        return Path.Join(root, ExistingNames.In(root, path[3..]).Replace('\\', '/'));
    }

    /// <param name="userInterface">Hears of what cannot be made; null where the session of the environment has told it.</param>
    public void Create(Runspace runspace, HostInterface? userInterface)
    {
        foreach (string entry in Entries())
        {
            Exist = true;
            int separator = entry.IndexOf('=');
            if (separator <= 0 || !Path.IsPathFullyQualified(entry[(separator + 1)..]))
            {
                userInterface?.WriteWarningLine($"{VariableName}: '{entry}' is not of the form NAME=/absolute/path.");
                continue;
            }

            string? problem = TryCreate(runspace, entry[..separator], entry[(separator + 1)..]);
            if (problem is not null) userInterface?.WriteWarningLine($"The drive '{entry[..separator]}' cannot be made: {problem}");
        }
    }

    public void Dispose()
    {
        lock (_created)
        {
            for (int i = _created.Count - 1; i >= 0; i--)
            {
                try
                {
                    Directory.Delete(_created[i], false);
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    // No longer empty, or no longer ours to remove.
                }
            }

            _created.Clear();
        }
    }

    private static string[] Entries() => (Environment.GetEnvironmentVariable(VariableName) ?? "")
        .Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string? TryCreate(Runspace runspace, string name, string root)
    {
        try
        {
            SessionStateInternal state = runspace.ExecutionContext.EngineSessionState;
            if (state.Drives(null).Any(drive => string.Equals(drive.Name, name, StringComparison.OrdinalIgnoreCase))) return null;
            CreateFolder(root);
            ProviderInfo provider = state.GetSingleProvider("FileSystem");
            state.NewDrive(new PSDriveInfo(name, provider, Path.TrimEndingDirectorySeparator(root), "", null), "Global");
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SessionStateException or ArgumentException or NotSupportedException)
        {
            return error.Message;
        }
    }

    private void CreateFolder(string path)
    {
        if (Directory.Exists(path)) return;
        string? parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path));
        if (parent is not null) CreateFolder(parent);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        lock (_created) _created.Add(path);
    }
}
