using System;
using System.Management.Automation;
using System.Security.Cryptography;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>An error that the engine ended a call with, on its way to whoever reports it.</summary>
    internal sealed class StoreFailure : Exception
    {
        public StoreFailure(ErrorRecord record)
            : base(record.Exception.Message, record.Exception)
        {
            Record = record;
            string advice = record.ErrorDetails?.RecommendedAction;
            record.ErrorDetails = new ErrorDetails(CommandErrors.WithoutPrefix(record)) { RecommendedAction = advice ?? string.Empty };
        }

        public StoreFailure(CallFailure failure)
            : this(failure.ToErrorRecord())
        {
        }

        public ErrorRecord Record { get; }

        /// <summary>A class of .NET throws one kind of exception, whatever went wrong.</summary>
        public CryptographicException AsCryptographicException() => new CryptographicException(Record.Exception.Message, Record.Exception);
    }
}
