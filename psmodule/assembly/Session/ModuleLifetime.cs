using System.Management.Automation;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>
    /// What an import has to do: make the drives, give the session its variables, warn where the product is installed too. Lync.psm1 calls it and exports
    /// it to nobody; it is a cmdlet because then its warnings can be redirected, and because calling .NET methods from
    /// script costs the import some 15 ms.
    /// </summary>
    [Cmdlet(VerbsData.Initialize, "CsEmulation")]
    public sealed class InitializeEmulationCmdlet : PSCmdlet
    {
        /// <summary>Only notes under which name the import that follows will be known.</summary>
        [Parameter]
        public string ForModule { get; set; }

        protected override void EndProcessing()
        {
            RunspaceSession session = RunspaceSession.Current;
            if (ForModule != null)
            {
                session.ImportedAs = ForModule;
                return;
            }

            string warning = WarningOfOthers(session.BeginImport());
            if (warning != null)
            {
                WriteWarning(warning);
            }

            string problem = session.Drives.EnsureUsual(SessionState);
            if (problem != null)
            {
                WriteWarning(problem);
            }

            WindowsVariables.Supply(session.Engines, new CmdletCaller(this, false));
        }

        /// <summary>One line, or null where nobody else offers the commands. It never claims more than the name now means.</summary>
        private string WarningOfOthers(string module)
        {
            string other = OtherModules.Find(InvokeCommand);
            string offered = other is null ? string.Empty : other + " ";
            CommandOfSession.Shadow shadow = CommandOfSession.InFrontOfOurs(InvokeCommand);
            if (shadow != null)
            {
                string first = shadow.Names[0];
                string still = shadow.Names.Length == 1 ? "is still that of" : $"and {shadow.Names.Length - 1} of its siblings are still those of";
                return $"{offered}\"{first}\" in this session {still} {shadow.Owner}; use {module}\\{first} for the emulation, which talks to no real server.";
            }

            return other is null ? null : $"{offered}This session now uses the emulation, which talks to no real server.";
        }
    }

    /// <summary>Called for Remove-Module: the engines end and the drives go.</summary>
    public sealed class ModuleCleanup : IModuleAssemblyCleanup
    {
        public static void End() => RunspaceSession.Current.End();

        public void OnRemove(PSModuleInfo psModuleInfo) => End();
    }
}
