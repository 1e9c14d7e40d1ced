using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace ConsoleHosting;

/// <summary>The four profile scripts and <c>$PROFILE</c>, which is set even where no profile is run.</summary>
internal static class Profiles
{
    private const string HostName = "Microsoft.PowerShell";

    public static void Run(Runspace runspace, Runner runner, bool skip)
    {
        string allUsers = HostUtilities.GetFullProfileFileName(null, false);
        string allUsersThisHost = HostUtilities.GetFullProfileFileName(HostName, false);
        string currentUser = HostUtilities.GetFullProfileFileName(null, true);
        string currentUserThisHost = HostUtilities.GetFullProfileFileName(HostName, true);
        PSObject profile = HostUtilities.GetDollarProfile(allUsers, allUsersThisHost, currentUser, currentUserThisHost);
        // A restricted session may have no place for it.
        if (runspace.SessionStateProxy.LanguageMode == PSLanguageMode.FullLanguage) runspace.SessionStateProxy.SetVariable("PROFILE", profile);
        if (skip) return;
        foreach (string path in (string[])[allUsers, allUsersThisHost, currentUser, currentUserThisHost])
        {
            if (File.Exists(path)) runner.RunText($". '{CodeGeneration.EscapeSingleQuotedStringContent(path)}'");
        }
    }
}
