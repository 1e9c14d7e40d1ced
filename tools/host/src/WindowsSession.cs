using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace ConsoleHosting;

/// <summary>What a session that was given the variables of Windows has beside them.</summary>
internal static class WindowsSession
{
    private static readonly bool IsPlayed = !OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("OS") == "Windows_NT";

    private static readonly Type[] Accounts = [typeof(WindowsIdentity), typeof(WindowsPrincipal)];

    public static void AddWherePlayed(InitialSessionState state)
    {
        if (!IsPlayed) return;
        WindowsAliases.Add(state);
        foreach (Type account in Accounts)
        {
            // Those of the engine itself come before the types of .NET; those that a script may add come after them.
            TypeAccelerators.builtinTypeAccelerators["Security.Principal." + account.Name] = account;
            TypeAccelerators.builtinTypeAccelerators["System.Security.Principal." + account.Name] = account;
        }
    }
}
