using System;
using System.IO;
using System.Management.Automation;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Rtc.Management.Common.Certificates;

namespace Microsoft.Rtc.Management.Emulation.Protocol
{
    /// <summary>Errors cross the line as data (ErrorData of docs/protocol.md) and become what scripts catch.</summary>
    internal static class CommandErrors
    {
        /// <summary>What users see in front of every message of these cmdlets (domain facts 4.6, transcripts).</summary>
        private const string Prefix = "Command execution failed: ";

        /// <summary>Public in every runtime that there is, but not in the standard that this is compiled against.</summary>
        private static readonly MethodInfo SetHResult = typeof(Exception).GetProperty(nameof(Exception.HResult)).GetSetMethod(nonPublic: true);

        /// <exception cref="CallFailure">The data is not an ErrorData.</exception>
        public static ErrorRecord FromData(JsonElement data)
        {
            string message = JsonFields.Text(data, "message");
            Exception exception = ExceptionOf(JsonFields.Text(data, "exceptionType"), message);
            if (JsonFields.OptionalNumber(data, "hresult") is { } hresult)
            {
                SetHResult.Invoke(exception, new object[] { unchecked((int)hresult) });
            }

            string category = JsonFields.Text(data, "category");
            if (!Enum.TryParse(category, out ErrorCategory known))
            {
                throw CallFailure.NotAMessage($"unknown error category {category}");
            }

            return Record(exception, JsonFields.Text(data, "code"), known, JsonFields.OptionalText(data, "target"), JsonFields.OptionalText(data, "advice"), JsonFields.OptionalText(data, "shown"));
        }

        /// <param name="target">Becomes TargetObject; may be null.</param>
        /// <param name="advice">Becomes ErrorDetails.RecommendedAction; may be null.</param>
        /// <param name="shown">What stands behind the prefix; null for the exception's message.</param>
        public static ErrorRecord Record(Exception exception, string errorId, ErrorCategory category, object target, string advice, string shown = null)
        {
            var details = new ErrorDetails(Prefix + (shown ?? exception.Message));
            if (!string.IsNullOrEmpty(advice))
            {
                details.RecommendedAction = advice;
            }

            var record = new ErrorRecord(exception, errorId, category, target) { ErrorDetails = details };
            if (target is string text)
            {
                // Error views show this name; TargetObject stays what a script can compare.
                record.CategoryInfo.TargetName = DisplayText.Of(text);
            }

            return record;
        }

        /// <summary>What a record shows, without the words in front: they are not those of a drive.</summary>
        public static string WithoutPrefix(ErrorRecord record)
        {
            string text = record.ErrorDetails?.Message ?? record.Exception.Message;
            return text.StartsWith(Prefix, StringComparison.Ordinal) ? text.Substring(Prefix.Length) : text;
        }

        private static Exception ExceptionOf(string typeName, string message)
        {
            switch (typeName)
            {
                case "Microsoft.Rtc.Management.Common.Certificates.CertificateException":
                    return new CertificateException(message);
                case "System.ArgumentException":
                    return new ArgumentException(message);
                case "System.InvalidOperationException":
                    return new InvalidOperationException(message);
                case "System.IO.IOException":
                    return new IOException(message);
                case "System.UnauthorizedAccessException":
                    return new UnauthorizedAccessException(message);
                case "System.NotSupportedException":
                    return new NotSupportedException(message);
                case "System.TimeoutException":
                    return new TimeoutException(message);
                case "System.Security.Cryptography.CryptographicException":
                    return new CryptographicException(message);
                default:
                    throw CallFailure.NotAMessage($"unknown exception type {typeName}");
            }
        }
    }
}
