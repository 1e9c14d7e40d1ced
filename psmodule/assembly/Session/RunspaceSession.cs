using System;
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
        /// <summary>Within the two seconds that ending may take altogether.</summary>
        private static readonly TimeSpan EndGrace = TimeSpan.FromMilliseconds(1500);

        private static readonly ConditionalWeakTable<Runspace, RunspaceSession> Sessions =
            new ConditionalWeakTable<Runspace, RunspaceSession>();

        private int _modules;

        private RunspaceSession(Runspace runspace)
        {
            // Closing a runspace runs no OnRemove of its modules, and PowerShell.Exiting is not dependable.
            runspace.StateChanged += EndWithRunspace;
        }

        /// <summary>The session of the runspace that this thread runs for.</summary>
        public static RunspaceSession Current => Sessions.GetValue(Runspace.DefaultRunspace, runspace => new RunspaceSession(runspace));

        public EnginePool Engines { get; } = new EnginePool();

        public WindowsDrives Drives { get; } = new WindowsDrives();

        /// <summary>Both module names may be imported side by side; what they share goes with the last.</summary>
        public void AddModule() => _modules++;

        public void RemoveModule()
        {
            Engines.End(EndGrace);
            if (--_modules <= 0)
            {
                _modules = 0;
                Drives.Remove();
            }
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
