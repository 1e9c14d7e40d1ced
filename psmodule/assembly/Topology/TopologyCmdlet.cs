using System;
using System.Collections.Generic;
using Microsoft.Rtc.Management.Emulation.Session;

namespace Microsoft.Rtc.Management.Emulation.Topology
{
    /// <summary>A Get cmdlet that only reads the topology: no path, nothing to confirm.</summary>
    public abstract class TopologyCmdlet : EngineCmdlet
    {
        private protected override ICollection<string> PathParameters => Array.Empty<string>();
    }
}
