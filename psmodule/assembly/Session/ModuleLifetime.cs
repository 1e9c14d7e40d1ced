using System.Management.Automation;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>
    /// What an import has to do: make the drives, warn where the product is installed too. Lync.psm1 calls it and exports
    /// it to nobody; it is a cmdlet because then its warnings can be redirected, and because calling .NET methods from
    /// script costs the import some 15 ms.
    /// </summary>
    [Cmdlet(VerbsData.Initialize, "CsEmulation")]
    public sealed class InitializeEmulationCmdlet : PSCmdlet
    {
        protected override void EndProcessing()
        {
            RunspaceSession session = RunspaceSession.Current;
            session.BeginImport();
            string other = OtherModules.Find(InvokeCommand);
            if (other != null)
            {
                WriteWarning($"Request-CsCertificate is also offered by the module {other}. This session now uses the emulation, which talks to no real server.");
            }

            string problem = session.Drives.EnsureUsual(SessionState);
            if (problem != null)
            {
                WriteWarning(problem);
            }
        }
    }

    /// <summary>Called for Remove-Module: the engines end and the drives go.</summary>
    public sealed class ModuleCleanup : IModuleAssemblyCleanup
    {
        public static void End() => RunspaceSession.Current.End();

        public void OnRemove(PSModuleInfo psModuleInfo) => End();
    }
}
