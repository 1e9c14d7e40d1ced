namespace Microsoft.Rtc.Management.Emulation.Operator
{
    /// <summary>Why a certificate is taken back: the reason codes of RFC 5280 5.3.1, with their numbers.</summary>
    public enum RevocationReason
    {
        Unspecified = 0,
        KeyCompromise = 1,
        CACompromise = 2,
        AffiliationChanged = 3,
        Superseded = 4,
        CessationOfOperation = 5,
        CertificateHold = 6,
    }
}
