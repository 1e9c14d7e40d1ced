/**
 * Every value of `Microsoft.Rtc.Management.Deployment.CertType`, in the canonical casing the product prints
 * (domain facts 1.1). The order is the order of the enumeration.
 */
export const CERTIFICATE_USES = [
  'Default',
  'WebServicesInternal',
  'WebServicesExternal',
  'OAuthTokenIssuer',
  'Internal',
  'AccessEdgeExternal',
  'DataEdgeExternal',
  'AudioVideoAuthentication',
  'XmppServer',
  'External',
  'iPhoneAPNService',
  'iPadAPNService',
  'MPNService',
  'PICWebService',
  'ProvisionService',
  'WsFedTokenTransfer',
  'UserDefined',
  'LogRetentionService',
  'SMPDNSWebService',
  'TenantAdmin',
  'UpgradeEngineService',
] as const;

export type CertificateUse = (typeof CERTIFICATE_USES)[number];

const BY_LOWER_CASE = new Map<string, CertificateUse>(CERTIFICATE_USES.map((use) => [use.toLowerCase(), use]));

/** Finds a use by name in any case, as type binding does. */
export function parseCertificateUse(text: string): CertificateUse | undefined {
  return BY_LOWER_CASE.get(text.trim().toLowerCase());
}
