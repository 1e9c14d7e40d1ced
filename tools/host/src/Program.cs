using System.Management.Automation;

namespace ConsoleHosting;

/// <summary>Start of the console host: reads the command line, opens one session, runs what was asked.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        // The engine's telemetry reads this once, in a static constructor: it must be set before any engine type loads.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

        CommandLine commandLine;
        try
        {
            commandLine = CommandLine.Parse(arguments, Console.IsInputRedirected);
        }
        catch (CommandLineException error)
        {
            StandardError.WriteLine(error.Message);
            if (error.ShowUsage) StandardError.WriteLine(Usage.Short);
            return ExitCodes.BadCommandLine;
        }

        if (commandLine.ShowVersion)
        {
            Console.Out.WriteLine("PowerShell " + Usage.EngineVersion);
            return ExitCodes.Success;
        }

        if (commandLine.ShowHelp)
        {
            Console.Out.WriteLine(Usage.Full);
            return ExitCodes.Success;
        }

        return commandLine.ServerMode ? JobServer.Run(commandLine.WorkingDirectory) : Start(commandLine);
    }

    private static int Start(CommandLine commandLine)
    {
        try
        {
            using var session = new Session(commandLine);
            session.Open();
            return session.Run();
        }
        catch (Exception error) when (error is not PipelineStoppedException)
        {
            StandardError.WriteLine("The shell cannot be started: " + error.Message);
            return ExitCodes.InitializationFailed;
        }
    }
}
