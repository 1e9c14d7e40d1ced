import type { Disposition, PollTicket, StoredRequest } from './stored-request.ts';

/** What a step writes down; what is absent stays as it was. */
export interface RequestChange {
  readonly caRequestId?: string;
  readonly disposition?: Disposition;
  readonly poll?: PollTicket;
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
