namespace Microsoft.Rtc.Management.Deployment
{
    /// <summary>
    /// What a certificate is for. Names and order are those of <c>src/domain/certificate-use.ts</c>: the help pages only
    /// list part of them ("including but not limited to").
    /// </summary>
    public enum CertType
    {
        Default,
        WebServicesInternal,
        WebServicesExternal,
        OAuthTokenIssuer,
        Internal,
        AccessEdgeExternal,
        DataEdgeExternal,
        AudioVideoAuthentication,
        XmppServer,
        External,
        iPhoneAPNService,
        iPadAPNService,
        MPNService,
        PICWebService,
        ProvisionService,
        WsFedTokenTransfer,
        UserDefined,
        LogRetentionService,
        SMPDNSWebService,
        TenantAdmin,
        UpgradeEngineService,
    }
}
