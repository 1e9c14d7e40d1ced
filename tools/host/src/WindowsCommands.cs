using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell.Commands;

namespace ConsoleHosting;

/// <summary>Finds scripts that are called by a path, where only its case differs or it lies on a share.</summary>
internal static class WindowsCommands
{
    public static void Find(Runspace runspace)
    {
        EngineIntrinsics engine = runspace.ExecutionContext.EngineIntrinsics;
        engine.InvokeCommand.CommandNotFoundAction += (_, lookup) => LookUp(engine, lookup);
        engine.InvokeCommand.PreCommandLookupAction += (_, lookup) =>
        {
            // "$PSScriptRoot\Other.ps1": where nothing is there, the engine takes the folder for the name of a module.
            if (lookup.CommandName.StartsWith('/') && lookup.CommandName.Contains('\\')) LookUp(engine, lookup);
        };
    }

    private static void LookUp(EngineIntrinsics engine, CommandLookupEventArgs lookup)
    {
        if (!lookup.CommandName.Contains('\\') && !lookup.CommandName.Contains('/')) return;
        string path = WindowsPath.Of(engine.SessionState, lookup.CommandName);
        if (path == lookup.CommandName) return;
        CommandInfo found = engine.InvokeCommand.GetCommand(path, CommandTypes.ExternalScript | CommandTypes.Application);
        if (found is null) return;
        lookup.Command = found;
        lookup.StopSearch = true;
    }
}
