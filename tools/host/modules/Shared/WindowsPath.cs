using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Paths as scripts for Windows write them, on hosts with another file system. A drive of one letter stands for a Windows
/// drive: what exists there is found in any case. A share lies in the folder UNC beside the folders of those drives; an
/// administrative share of this machine is the drive itself.
/// </summary>
internal static class WindowsPath
{
    private const string FileSystem = "FileSystem";
    private const string SharesFolder = "UNC";

    /// <summary>The path that the file system provider finds; any path that is no such one as it was given.</summary>
    public static string Of(SessionState session, string path)
    {
        if (OperatingSystem.IsWindows() || path.Length == 0) return path;
        try
        {
            if (path.StartsWith(@"\\", StringComparison.Ordinal)) return OnShare(session, path);
            if (path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0])) return OnDrive(session, path);
            if (path[0] == '/') return InFolderOfDrive(session, path);
            return IsRelative(path) && session.Path.CurrentLocation.Drive is { } current && IsWindowsDrive(current)
                ? ExistingNames.In(Folder(current, path), path)
                : path;
        }
        catch (Exception error) when (error is SessionStateException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Whoever uses the path will say what is wrong with it.
            return path;
        }
    }

    private static string OnDrive(SessionState session, string path)
    {
        PSDriveInfo? drive = Drive(session, path[0]);
        return drive is null ? path : path[..2] + ExistingNames.In(Folder(drive, path[2..]), path[2..]);
    }

    /// <summary>A path of this host that leads into a drive's folder, as <c>$PSScriptRoot</c> does.</summary>
    private static string InFolderOfDrive(SessionState session, string path)
    {
        PSDriveInfo? drive = session.Drive.GetAllForProvider(FileSystem).FirstOrDefault(
            drive => IsWindowsDrive(drive) && path.Length > drive.Root.Length + 1 && path.StartsWith(drive.Root, StringComparison.Ordinal) && path[drive.Root.Length] is ('/' or '\\'));
        if (drive is null) return path;
        int root = drive.Root.Length + 1;
        return path[..root] + ExistingNames.In(drive.Root, path[root..]);
    }

    private static string OnShare(SessionState session, string path)
    {
        string[] parts = path[2..].Split(['\\', '/'], 3, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || parts[0] == "?" || IsDots(parts[0]) || IsDots(parts[1]) || SharesOf(session) is not { } shares) return path;
        // A share ends at its root, also where it is a drive.
        string inside = parts.Length > 2 ? string.Join('\\', WithoutDots(parts[2])) : "";
        if (IsThisMachine(parts[0]) && parts[1] is [var letter, '$'] && Drive(session, letter) is { } drive)
        {
            return $"{drive.Name}:\\" + ExistingNames.In(drive.Root, inside);
        }

        string share = ExistingNames.In(shares, $"{parts[0]}/{parts[1]}");
        if (IsAdministrative(parts[1])) Directory.CreateDirectory($"{shares}/{share}");
        return $"{shares}/{share}/{ExistingNames.In($"{shares}/{share}", inside).Replace('\\', '/')}".TrimEnd('/');
    }

    /// <summary>No name of a server or a share: it would lead out of the folder of all shares.</summary>
    private static bool IsDots(string name) => name.All(character => character == '.');

    /// <summary>The drive of another machine, such as <c>C$</c>: every Windows machine has it.</summary>
    private static bool IsAdministrative(string share) => share is [var letter, '$'] && char.IsAsciiLetter(letter);

    private static List<string> WithoutDots(string path)
    {
        List<string> names = [];
        foreach (string name in path.Split(['\\', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == ".." && names.Count > 0) names.RemoveAt(names.Count - 1);
            else if (name is not ".." and not ".") names.Add(name);
        }

        return names;
    }

    /// <summary>By the names that a script knows it by.</summary>
    private static bool IsThisMachine(string server)
    {
        string name = Environment.GetEnvironmentVariable("COMPUTERNAME") ?? "";
        string domain = Environment.GetEnvironmentVariable("USERDNSDOMAIN") ?? "";
        string[] names = ["localhost", "127.0.0.1", Environment.MachineName, name, $"{name}.{domain}"];
        return names.Contains(server, StringComparer.OrdinalIgnoreCase);
    }

    private static string? SharesOf(SessionState session)
    {
        PSDriveInfo? any = session.Drive.GetAllForProvider(FileSystem).FirstOrDefault(drive => IsWindowsDrive(drive) && Path.GetFileName(drive.Root) == drive.Name);
        return any is null ? null : Path.Join(Path.GetDirectoryName(any.Root), SharesFolder);
    }

    private static PSDriveInfo? Drive(SessionState session, char letter) => session.Drive.GetAllForProvider(FileSystem)
        .FirstOrDefault(drive => IsWindowsDrive(drive) && char.ToUpperInvariant(drive.Name[0]) == char.ToUpperInvariant(letter));

    private static bool IsWindowsDrive(PSDriveInfo drive) =>
        drive.Name.Length == 1 && char.IsAsciiLetter(drive.Name[0]) && drive.Provider.Name == FileSystem;

    /// <summary>Where a path on the drive counts from.</summary>
    private static string Folder(PSDriveInfo drive, string path) =>
        path.Length > 0 && path[0] is '\\' or '/' ? drive.Root : Path.Join(drive.Root, drive.CurrentLocation.Replace('\\', '/'));

    private static bool IsRelative(string path) => path[0] is not '/' and not '~' && !path.Contains(':');
}
