using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;

namespace ConsoleHosting;

/// <summary>A command line that cannot be understood; the program ends with exit code 64.</summary>
internal sealed class CommandLineException(string message, bool showUsage = false) : Exception(message)
{
    public bool ShowUsage { get; } = showUsage;
}

/// <summary>What the caller asked for, in the spelling of pwsh's own command line.</summary>
internal sealed partial class CommandLine
{
    public bool ShowVersion { get; private set; }
    public bool ShowHelp { get; private set; }
    public bool NoLogo { get; private set; }
    public bool NoProfile { get; private set; }
    public bool NonInteractive { get; private set; }
    public bool NoExit { get; private set; }
    /// <summary>The process is a job of another PowerShell, which speaks over standard input and output.</summary>
    public bool ServerMode { get; private set; }
    public bool ReadCommandsFromInput { get; private set; }
    public string? Command { get; private set; }
    public string? File { get; private set; }
    public string? WorkingDirectory { get; private set; }
    public string? ConfigurationFile { get; private set; }
    public List<CommandParameter> Arguments { get; } = [];

    /// <summary>True when the session goes on with commands from the terminal once what was asked has run.</summary>
    public bool IsInteractive => !ReadCommandsFromInput && (NoExit || (Command is null && File is null));

    public static CommandLine Parse(string[] arguments, bool inputIsRedirected)
    {
        var result = new CommandLine();
        result.ReadSwitches(new Queue<string>(arguments), inputIsRedirected);
        if (inputIsRedirected && result.IsInteractive && !result.ServerMode) result.ReadCommandsFromInput = true;
        return result;
    }

    private void ReadSwitches(Queue<string> rest, bool inputIsRedirected)
    {
        while (rest.TryPeek(out string? argument))
        {
            Switch? found = Switch.Match(argument);
            if (found is null)
            {
                ReadFile(rest);
                return;
            }

            rest.Dequeue();
            switch (found.Kind)
            {
                case SwitchKind.Version: ShowVersion = true; return;
                case SwitchKind.Help: ShowHelp = true; return;
                case SwitchKind.NoLogo: NoLogo = true; break;
                case SwitchKind.NoProfile: NoProfile = true; break;
                case SwitchKind.NonInteractive: NonInteractive = true; break;
                case SwitchKind.Interactive: NonInteractive = false; break;
                case SwitchKind.NoExit: NoExit = true; break;
                case SwitchKind.ServerMode: ServerMode = true; break;
                case SwitchKind.Accepted: break;
                case SwitchKind.AcceptedWithValue: TakeValue(rest, found); break;
                case SwitchKind.WorkingDirectory: WorkingDirectory = TakeValue(rest, found); break;
                case SwitchKind.ConfigurationFile: ConfigurationFile = TakeValue(rest, found); break;
                case SwitchKind.EncodedCommand: Command = Decode(TakeValue(rest, found)); break;
                case SwitchKind.Command: ReadCommand(rest, inputIsRedirected); return;
                case SwitchKind.CommandWithArguments: ReadCommandWithArguments(rest); return;
                case SwitchKind.File: ReadFile(rest); return;
                case SwitchKind.Unsupported:
                    throw new CommandLineException($"The argument '{argument}' is not supported by this host.");
                default: throw new InvalidOperationException($"unknown kind of switch: {found.Kind}");
            }
        }
    }

    private static string TakeValue(Queue<string> rest, Switch wanted) =>
        rest.TryDequeue(out string? value)
            ? value
            : throw new CommandLineException($"Cannot process the command because of a missing parameter. A value must follow -{wanted.Name}.", true);

    private static string Decode(string value)
    {
        try
        {
            return Encoding.Unicode.GetString(Convert.FromBase64String(value));
        }
        catch (FormatException)
        {
            throw new CommandLineException("Cannot process the command because the value specified with -EncodedCommand is not properly encoded. The value must be Base64 encoded.", true);
        }
    }

    private void ReadCommand(Queue<string> rest, bool inputIsRedirected)
    {
        if (Command is not null) throw new CommandLineException("Cannot process the command because a command is already specified with -Command or -EncodedCommand.", true);
        if (rest.Count == 0) throw new CommandLineException("Cannot process the command because of a missing parameter. A command must follow -Command.", true);
        if (rest.Peek() != "-")
        {
            Command = string.Join(' ', rest);
            return;
        }

        if (rest.Count > 1) throw new CommandLineException("'-' was specified with the -Command parameter; no other arguments to -Command are permitted.", true);
        if (!inputIsRedirected) throw new CommandLineException("'-' was specified as the argument to -Command but standard input has not been redirected for this process.", true);
        ReadCommandsFromInput = true;
    }

    private void ReadCommandWithArguments(Queue<string> rest)
    {
        if (!rest.TryDequeue(out string? text)) throw new CommandLineException("Cannot process the command because of a missing parameter. A command must follow -CommandWithArgs.", true);
        Command = text;
        foreach (string argument in rest) Arguments.Add(new CommandParameter(null, argument));
    }

    private void ReadFile(Queue<string> rest)
    {
        if (!rest.TryDequeue(out string? path)) throw new CommandLineException("The -File parameter requires a file path.", true);
        if (path == "-")
        {
            ReadCommandsFromInput = true;
            return;
        }

        File = Path.GetFullPath(HostDrives.PathOf(path));
        if (!System.IO.File.Exists(File))
        {
            if (path.Length > 1 && path[0] == '-') throw new CommandLineException(UnknownSwitch(path));
            throw new CommandLineException($"The argument '{path}' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.", true);
        }

        ScriptArguments.Read(rest, Arguments);
    }

    private static string UnknownSwitch(string argument)
    {
        var similar = Switch.All.Where(known => known.Name.Contains(argument[1..], StringComparison.OrdinalIgnoreCase)).Select(known => "\n  -" + known.Name);
        return $"The argument '{argument}' is not recognized as the name of a switch or of a script file.{string.Concat(similar)}";
    }
}
