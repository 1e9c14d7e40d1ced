using System;

namespace Microsoft.Rtc.Management.Common.Certificates
{
    /// <summary>A certification authority refused a request, or its answer cannot be used; HResult is the CA's code.</summary>
    public class CertificateException : Exception
    {
        public CertificateException()
        {
        }

        public CertificateException(string message)
            : base(message)
        {
        }

        public CertificateException(string message, Exception innerException)
            : base(message, innerException)
        {
        }

        /// <param name="hresult">A Windows HRESULT, for example 0x80094800.</param>
        public CertificateException(string message, int hresult)
            : base(message)
        {
            HResult = hresult;
        }
    }
}
