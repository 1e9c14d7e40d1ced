namespace Microsoft.Rtc.Management.Deployment.X509Certificates
{
    /// <summary>Key algorithms of <c>-KeyAlg</c>; the ECDH names yield requests signed with ECDSA.</summary>
    public enum KeyAlgorithmIdentifier
    {
        RSA,
        ECDH_P256,
        ECDH_P384,
        ECDH_P521,
    }
}
