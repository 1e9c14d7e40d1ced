using System.Management.Automation.Language;

namespace ConsoleHosting;

internal enum SwitchKind
{
    Version,
    Help,
    NoLogo,
    NoProfile,
    NonInteractive,
    Interactive,
    NoExit,
    Command,
    CommandWithArguments,
    File,
    EncodedCommand,
    WorkingDirectory,
    ConfigurationFile,
    ServerMode,
    Accepted,
    AcceptedWithValue,
    Unsupported,
}

/// <summary>
/// One switch of the command line: its full name, the shortest prefix that selects it, and its other short form.
/// pwsh matches any prefix that is at least as long as the shortest one, in any case, after <c>-</c>, <c>--</c> or <c>/</c>.
/// </summary>
internal sealed record Switch(string Name, string Shortest, SwitchKind Kind, string? Alias = null)
{
    public static readonly Switch[] All =
    [
        new("Version", "v", SwitchKind.Version),
        new("Help", "h", SwitchKind.Help, "?"),
        new("Login", "l", SwitchKind.Accepted),
        new("NoExit", "noe", SwitchKind.NoExit),
        new("NoProfile", "nop", SwitchKind.NoProfile),
        new("NoProfileLoadTime", "noprofileloadtime", SwitchKind.Accepted),
        new("NoLogo", "nol", SwitchKind.NoLogo),
        new("NonInteractive", "noni", SwitchKind.NonInteractive),
        new("Interactive", "i", SwitchKind.Interactive),
        new("Command", "c", SwitchKind.Command),
        new("CommandWithArgs", "commandwithargs", SwitchKind.CommandWithArguments, "cwa"),
        new("File", "f", SwitchKind.File),
        new("EncodedCommand", "e", SwitchKind.EncodedCommand, "ec"),
        new("ExecutionPolicy", "ex", SwitchKind.AcceptedWithValue, "ep"),
        new("InputFormat", "inp", SwitchKind.AcceptedWithValue, "if"),
        new("OutputFormat", "o", SwitchKind.AcceptedWithValue, "of"),
        new("WorkingDirectory", "wo", SwitchKind.WorkingDirectory, "wd"),
        new("SettingsFile", "settings", SwitchKind.Unsupported),
        new("ConfigurationFile", "configurationfile", SwitchKind.ConfigurationFile),
        new("ConfigurationName", "config", SwitchKind.Unsupported),
        new("CustomPipeName", "cus", SwitchKind.Unsupported),
        new("EncodedArguments", "encodeda", SwitchKind.Unsupported, "ea"),
        new("STA", "sta", SwitchKind.Unsupported),
        new("MTA", "mta", SwitchKind.Unsupported),
        new("WindowStyle", "w", SwitchKind.Unsupported),
        new("ServerMode", "s", SwitchKind.ServerMode),
        new("SSHServerMode", "sshs", SwitchKind.Unsupported),
    ];

    public static Switch? Match(string argument)
    {
        if (argument.Length < 2 || !(argument[0] == '/' || argument[0].IsDash())) return null;
        string name = argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..] : argument[1..];
        return name.Length == 0 ? null : Array.Find(All, known => known.IsNamed(name));
    }

    private bool IsNamed(string text) =>
        string.Equals(text, Alias, StringComparison.OrdinalIgnoreCase)
        || (text.Length >= Shortest.Length && Name.StartsWith(text, StringComparison.OrdinalIgnoreCase)
            && text.StartsWith(Shortest, StringComparison.OrdinalIgnoreCase));
}
