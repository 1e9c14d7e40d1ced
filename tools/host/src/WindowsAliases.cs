using System.Management.Automation.Runspaces;

namespace ConsoleHosting;

/// <summary>
/// The aliases that PowerShell has on Windows only, since programs have these names elsewhere. A session that was given
/// the variables of Windows gets them too: its scripts write <c>ls Cert:\LocalMachine\My</c>.
/// </summary>
internal static class WindowsAliases
{
    private static readonly (string Name, string Command)[] Aliases =
    [
        ("ac", "Add-Content"),
        ("cat", "Get-Content"),
        ("clear", "Clear-Host"),
        ("compare", "Compare-Object"),
        ("cp", "Copy-Item"),
        ("diff", "Compare-Object"),
        ("kill", "Stop-Process"),
        ("ls", "Get-ChildItem"),
        ("man", "help"),
        ("mount", "New-PSDrive"),
        ("mv", "Move-Item"),
        ("ps", "Get-Process"),
        ("rm", "Remove-Item"),
        ("rmdir", "Remove-Item"),
        ("sleep", "Start-Sleep"),
        ("sort", "Sort-Object"),
        ("start", "Start-Process"),
        ("tee", "Tee-Object"),
        ("write", "Write-Output"),
    ];

    public static void Add(InitialSessionState state)
    {
        foreach ((string name, string command) in Aliases)
        {
            if (state.Commands[name].Count == 0) state.Commands.Add(new SessionStateAliasEntry(name, command));
        }
    }
}
