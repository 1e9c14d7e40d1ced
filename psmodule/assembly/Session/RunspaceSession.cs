using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Microsoft.Rtc.Management.Emulation.Engine;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>
    /// What the modules keep per runspace: its engines and its drives. Nothing is shared between runspaces, so that
    /// ForEach-Object -Parallel needs no lock around a call.
    /// </summary>
    internal sealed class RunspaceSession
    {
        /// <summary>For an engine that a call is using when the module or its runspace goes: nobody waits for its answer any more.</summary>
        private static readonly TimeSpan EndGrace = TimeSpan.FromMilliseconds(1500);

        private static readonly ConditionalWeakTable<Runspace, RunspaceSession> Sessions =
            new ConditionalWeakTable<Runspace, RunspaceSession>();

        private RunspaceSession(Runspace runspace)
        {
            // Closing a runspace runs no OnRemove of its modules, and PowerShell.Exiting is not dependable.
            runspace.StateChanged += EndWithRunspace;
        }

        /// <summary>The session of the runspace that this thread runs for.</summary>
        public static RunspaceSession Current => Sessions.GetValue(Runspace.DefaultRunspace, runspace => new RunspaceSession(runspace));

        public EnginePool Engines { get; } = new EnginePool();

        public WindowsDrives Drives { get; } = new WindowsDrives();

        /// <summary>The name that the next import goes by, where it is not Lync.</summary>
        public string ImportedAs { private get; set; }

        /// <summary>Import-Module -Force runs Lync.psm1 again, but leaves the assembly's module and its cleanup alone.</summary>
        /// <returns>The name of the module that is imported.</returns>
        public string BeginImport()
        {
            Engines.EndIdle();
            string module = ImportedAs ?? "Lync";
            ImportedAs = null;
            return module;
        }

        /// <summary>
        /// Removing one of the modules ends what both share. The one that remains makes it anew with its next command, and
        /// has to end it itself: PowerShell tells the assembly of the first removal only.
        /// </summary>
        public void BeginCommand(PSModuleInfo module, SessionState caller)
        {
            Drives.EnsureUsual(caller);
            if (module != null && module.OnRemove is null)
            {
                // Where the session has become a constrained one since, the runspace's end does it.
                module.OnRemove = ScriptBlock.Create($"try {{ [{typeof(ModuleCleanup).FullName}]::End() }} catch {{ }}");
            }
        }

        public void End()
        {
            Engines.End(EndGrace);
            Drives.Remove();
        }

        private void EndWithRunspace(object sender, RunspaceStateEventArgs change)
        {
            RunspaceState state = change.RunspaceStateInfo.State;
            if (state == RunspaceState.Closing || state == RunspaceState.Closed || state == RunspaceState.Broken)
            {
                Engines.End(EndGrace);
                Drives.ReleaseFolders();
            }
        }
    }
}
