/**
 * All that a certification authority can answer: a closed set after certmonger's helper contract
 * (certificate authorities 1). HRESULTs are unsigned 32-bit numbers.
 */
export type Verdict =
  | Issued
  | Waiting
  | Denied
  | Revoked
  | RefusedCredentials
  | Unreachable
  | Misconfigured
  | Unsupported;

export interface Issued {
  readonly kind: 'issued';
  readonly caRequestId: string;
  /** DER. */
  readonly certificate: Uint8Array;
  /** DER of the CA certificates above it, issuing CA first, root last. */
  readonly chain: readonly Uint8Array[];
  /** One sentence each: what was issued differently from what was asked. */
  readonly warnings: readonly string[];
}

/** Taken under submission: a certificate manager decides later. */
export interface Waiting {
  readonly kind: 'wait';
  readonly caRequestId: string;
  /** What the CA wants to see again when it is asked; opaque. */
  readonly cookie: string;
  readonly earliestNextPoll: Date;
  readonly message: string;
}

export interface Denied {
  readonly kind: 'denied';
  readonly caRequestId: string;
  readonly hresult: number;
  /** The CA's own words. */
  readonly message: string;
}

/** It was issued, and taken back before anybody fetched it. */
export interface Revoked {
  readonly kind: 'revoked';
  readonly caRequestId: string;
  /** The CA's own words. */
  readonly message: string;
}

export interface RefusedCredentials {
  readonly kind: 'refused-credentials';
}

export interface Unreachable {
  readonly kind: 'unreachable';
  readonly reason: string;
}

/** The CA was found, but is not set up so that it could answer. */
export interface Misconfigured {
  readonly kind: 'misconfigured';
  readonly reason: string;
}

/** The CA cannot do what was asked, whatever is in the request. */
export interface Unsupported {
  readonly kind: 'unsupported';
  readonly reason: string;
}
