using System;
using System.Globalization;
using System.Management.Automation;

namespace Microsoft.Rtc.Management.Emulation.Protocol
{
    /// <summary>
    /// A call that did not come about: there is no engine, it does not speak the protocol, or the call cannot be put on
    /// the line. These few messages are the only ones the wrapper words itself; every other text comes from the engine.
    /// </summary>
    internal sealed class CallFailure : Exception
    {
        private readonly string _errorId;
        private readonly ErrorCategory _category;

        private CallFailure(string errorId, ErrorCategory category, string message)
            : base(message)
        {
            _errorId = errorId;
            _category = category;
        }

        public static CallFailure NodeNotFound(string wanted) => new CallFailure(
            "NodeNotFound",
            ErrorCategory.ObjectNotFound,
            wanted is null
                ? "Node.js was not found. Put node 24.15 or later on PATH, or set CSCERT_NODE to its path."
                : $"Node.js was not found at \"{DisplayText.Of(wanted)}\". Set CSCERT_NODE to the path of node 24.15 or later.");

        public static CallFailure EngineNotFound(string script) => new CallFailure(
            "EngineNotFound",
            ErrorCategory.ObjectNotFound,
            $"The engine of this module is missing: there is no file \"{DisplayText.Of(script)}\". Run the set-up of the project, or install the module again.");

        public static CallFailure NotStarted(string node, Exception reason) => new CallFailure(
            "EngineNotStarted",
            ErrorCategory.ResourceUnavailable,
            $"The engine could not be started with \"{DisplayText.Of(node)}\": {DisplayText.Of(reason.Message.TrimEnd('.'))}. Set CSCERT_NODE to the path of node 24.15 or later.");

        /// <param name="ending">How it ended and what it last said, from <see cref="Engine.EngineProcess.DescribeEnd"/>.</param>
        public static CallFailure Ended(string ending) => new CallFailure(
            "EngineEnded",
            ErrorCategory.ResourceUnavailable,
            $"The engine ended before the command was complete: {ending} The next command starts a new one; -List shows what became of a request.");

        public static CallFailure Silent(TimeSpan limit) => new CallFailure(
            "EngineTimeout",
            ErrorCategory.OperationTimeout,
            string.Format(
                CultureInfo.InvariantCulture,
                "The engine gave no sign of life for {0} seconds and was ended. The next command starts a new one; -List shows what became of a request.",
                limit.TotalSeconds));

        public static CallFailure NotAMessage(string what) => new CallFailure(
            "EngineProtocolError",
            ErrorCategory.ProtocolError,
            $"The engine sent something that is not a message of the protocol ({DisplayText.Of(what, 200)}) and was ended. The next command starts a new one.");

        public static CallFailure OtherVersion() => new CallFailure(
            "EngineVersionMismatch",
            ErrorCategory.InvalidOperation,
            "The module and its engine are of different versions. Run npm run build, or install the module again.");

        public static CallFailure Refused(int code, string message) => new CallFailure(
            "EngineError",
            ErrorCategory.InvalidOperation,
            string.Format(CultureInfo.InvariantCulture, "The engine refused the call: {0} ({1}). Nothing was done.", DisplayText.Of(message), code));

        public static CallFailure CallTooLarge(int limit) => new CallFailure(
            "CallTooLarge",
            ErrorCategory.InvalidArgument,
            string.Format(CultureInfo.InvariantCulture, "The parameters are too large together: a call is limited to {0} bytes. Specify shorter values.", limit));

        public static CallFailure InvalidText(string parameter) => new CallFailure(
            "InvalidText",
            ErrorCategory.InvalidArgument,
            $"The value of -{parameter} contains half a character (an unpaired surrogate). Specify valid text.");

        public static CallFailure PathNotResolved(string parameter, string given) => new CallFailure(
            "PathNotResolved",
            ErrorCategory.InvalidArgument,
            $"The value of -{parameter}, \"{DisplayText.Of(given)}\", is no path that PowerShell can resolve. A path does not lead out of its drive.");

        public static CallFailure UnreadableCertificate(string store, string thumbprint) => new CallFailure(
            "CertificateUnreadable",
            ErrorCategory.InvalidData,
            $"The certificate \"{DisplayText.Of(thumbprint)}\" in LocalMachine\\{DisplayText.Of(store)} cannot be read. Remove-Item takes it away.");

        public static CallFailure NothingSelected() => new CallFailure(
            "NothingSelected",
            ErrorCategory.InvalidArgument,
            "The switch that chooses what to do is set to false, so there is nothing to do. Omit the switch, or set it to true.");

        /// <param name="requestId">Zero or negative, as of an offline request.</param>
        public static CallFailure NeverSubmitted(int requestId) => new CallFailure(
            "RequestNeverSubmitted",
            ErrorCategory.InvalidArgument,
            string.Format(
                CultureInfo.InvariantCulture,
                "No certification authority has a request with the number \"{0}\". Numbers begin with 1; Get-CsEmulatedRequest lists them.",
                requestId));

        public ErrorRecord ToErrorRecord() => CommandErrors.Record(ToException(), _errorId, _category, null, null);

        private Exception ToException()
        {
            switch (_category)
            {
                case ErrorCategory.InvalidArgument:
                    return new ArgumentException(Message);
                case ErrorCategory.OperationTimeout:
                    return new TimeoutException(Message);
                default:
                    return new InvalidOperationException(Message);
            }
        }
    }
}
