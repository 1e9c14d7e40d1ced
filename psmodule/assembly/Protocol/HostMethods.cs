namespace Microsoft.Rtc.Management.Emulation.Protocol
{
    /// <summary>What the engine calls back (docs/protocol.md).</summary>
    internal static class HostMethods
    {
        public const string Output = "host/output";
        public const string Verbose = "host/verbose";
        public const string Debug = "host/debug";
        public const string Warning = "host/warning";
        public const string Information = "host/information";
        public const string Error = "host/error";
        public const string Progress = "host/progress";
        public const string ShouldProcess = "host/shouldProcess";
        public const string ShouldContinue = "host/shouldContinue";

        /// <summary>Asked at the moment of use, since the engine's own environment is an allow-list from its start.</summary>
        public const string EnvironmentVariable = "host/environmentVariable";
    }
}
