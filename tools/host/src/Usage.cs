namespace ConsoleHosting;

/// <summary>What <c>-Help</c> and <c>-Version</c> print.</summary>
internal static class Usage
{
    /// <summary>The engine's version with three parts: what pwsh calls its own.</summary>
    public static string EngineVersion { get; } = System.Management.Automation.PSVersionInfo.PSVersion.ToString();

    public const string Short =
        """

        Usage: pshost [[-File] <filePath> [args]] [-Command { - | <command text> }]
                      [-CommandWithArgs <command text> [args]] [-EncodedCommand <Base64 text>]
                      [-ConfigurationFile <filePath>] [-ExecutionPolicy <policy>] [-Interactive]
                      [-NoExit] [-NoLogo] [-NonInteractive] [-NoProfile] [-WorkingDirectory <path>]

               pshost -h | -Help | -?
               pshost -v | -Version
        """;

    public const string Full = Short +
        """


        A console host for the PowerShell engine. Switches are those of pwsh; any unambiguous beginning of a
        name will do, in any case.

        -File              Runs a script file with the remaining arguments. Implied by the first argument that
                           is no switch. The exit code is that of the script's exit, 1 after an error that
                           ended it, otherwise 0.
        -Command           Runs the remaining arguments as text. '-' reads commands from standard input, line
                           by line; a statement of several lines ends at an empty line. The exit code is that
                           of exit, otherwise 0 or 1 after the last command's $?.
        -CommandWithArgs   Runs the next argument; the remaining ones are its $args.
        -EncodedCommand    As -Command, from Base64 of UTF-16LE text.
        -ConfigurationFile Opens the session from a session configuration file (.pssc).
        -ExecutionPolicy   Accepted; only Windows has execution policies.
        -NoExit            Goes on with commands from the terminal afterwards.
        -NoLogo            Prints no banner at the start of an interactive session.
        -NonInteractive    A prompt is an error instead of a question.
        -NoProfile         Loads no profile script.
        -WorkingDirectory  Starts in this folder.

        Environment: PSHOST_DRIVES holds NAME=/absolute/path entries, separated by line ends or semicolons;
        each becomes a file system drive of the session.
        """;
}
