import type { Disposition, PollTicket, StoredRequest } from './stored-request.ts';

/** What a step writes down; what is absent stays as it was. */
export interface RequestChange {
  readonly caRequestId?: string;
  readonly disposition?: Disposition;
  readonly poll?: PollTicket;
  /** DER of the self-signed certificate that stands in REQUEST while the request waits. */
  readonly placeholder?: Uint8Array;
}

/** What a CA issued: DER of the certificate and of the CA certificates above it, with the store each belongs to. */
export interface IssuedMaterial {
  readonly caRequestId?: string;
  readonly disposition?: Disposition;
  readonly certificate: Uint8Array;
  readonly chain: readonly { readonly store: 'Root' | 'CA'; readonly certificate: Uint8Array }[];
}

/** `applied` is false when the request was no longer in the state it was read in; `request` is how it is now. */
export interface StepResult {
  readonly applied: boolean;
  readonly request: StoredRequest;
}

/** A step that took the private key away. */
export interface ErasureResult extends StepResult {
  /**
   * True when no copy of the key is left on the disk. False where another process kept the store's log in use for too
   * long: the key can no longer be reached, and its bytes go when the store is next opened.
   */
  readonly keyGone: boolean;
}
