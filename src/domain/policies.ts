/**
 * Readings that the sources leave open (domain facts 10), each switchable by `policies` of deployment.json.
 * The values here are the defaults.
 */
export const DEFAULT_POLICIES = {
  /** Adds `sip.<SIP domain>` (the help page's reading): the default domain, with -AllSipDomain every domain. */
  sipDomainNames: false,
  /** Edge types and OAuthTokenIssuer: no SAN extension when it would repeat only the subject name. */
  omitSubjectOnlyNamesOnEdge: true,
  /** Internal types: the same omission. */
  omitSubjectOnlyNamesInternally: false,
  /** AudioVideoAuthentication alone takes the A/V Edge external FQDN as subject instead of the internal pool FQDN. */
  audioVideoEdgeSubject: false,
  /** `External` on an Edge is read as AccessEdgeExternal; off: "does not need a certificate". */
  externalAsAccessEdge: true,
};

export type Policies = { readonly [Name in keyof typeof DEFAULT_POLICIES]: boolean };
