using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// The drive Cert: is there when a path first names it, since its module is loaded then. On Windows the engine does this;
/// elsewhere that part of it is left out, so the cmdlets over paths do it.
/// </summary>
internal static class DefaultDrives
{
    private const string ModuleName = "Microsoft.PowerShell.Security";
    private static readonly string[] Names = ["Cert", "Certificate", ModuleName + "\\Certificate"];

    /// <summary>Mounts what the command line names.</summary>
    public static void MountFor(PSCmdlet cmdlet)
    {
        foreach (object value in cmdlet.MyInvocation.BoundParameters.Values)
        {
            object plain = value is PSObject wrapped ? wrapped.BaseObject : value;
            string[] texts = plain as string[] ?? (plain is string text ? [text] : []);
            if (texts.Any(NamesDrive) && Mount(cmdlet, Names[0])) return;
        }
    }

    /// <returns>True where the drive is there now and was not before.</returns>
    public static bool Mount(PSCmdlet cmdlet, string? name)
    {
        if (!Names.Contains(name, StringComparer.OrdinalIgnoreCase) || HasDrive(cmdlet)) return false;
        CommandDiscovery.AutoloadSpecifiedModule(ModuleName, cmdlet.Context, SessionStateEntryVisibility.Public, out _);
        if (!HasDrive(cmdlet)) LoadAgain();
        return HasDrive(cmdlet);
    }

    /// <summary>The module was loaded already, and the drive has gone with another one that brought it too.</summary>
    private static void LoadAgain()
    {
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Import-Module").AddParameter("Name", ModuleName).AddParameter("Force").AddParameter("ErrorAction", ActionPreference.Ignore).Invoke();
    }

    private static bool NamesDrive(string? text)
    {
        int end = text?.IndexOf(':') ?? -1;
        string? name = end < 0 ? text : text?[..end];
        return Names.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static bool HasDrive(PSCmdlet cmdlet) =>
        cmdlet.SessionState.Internal.Drives(null).Any(drive => string.Equals(drive.Name, Names[0], StringComparison.OrdinalIgnoreCase));
}
