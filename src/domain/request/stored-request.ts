import type { CertificateUse } from '../certificate-use.ts';
import type { KeyAlgorithm } from './key-algorithm.ts';
import type { RequestState } from './request-state.ts';

/** Whose requests and certificates: a deployment's name and the machine it plays. Both are compared without case. */
export interface StoreScope {
  readonly deployment: string;
  readonly machine: string;
}

/** Who did something, where and when; every row and every step of a request keeps one. */
export interface Actor {
  readonly osUser: string;
  /** The user of a remote session, where it is not `osUser`. */
  readonly connectedUser: string | undefined;
  readonly host: string;
  readonly processId: number;
  /** Tells the process from others of the same number; absent where its platform cannot. */
  readonly processMark?: string;
  readonly at: Date;
}

/** Which topology document the names came from. */
export interface TopologyStamp {
  readonly path: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** The last word of a CA on a request. */
export interface Disposition {
  /** Unsigned; 0 where the CA gave none. */
  readonly hresult: number;
  readonly message: string;
}

/** What a CA wants to see again when a pending request is asked for. */
export interface PollTicket {
  readonly cookie: string;
  readonly earliestNextPoll: Date;
}

/** What is said about a request when it is made; none of it changes later. */
export interface RequestFacts {
  /** In the caller's order. */
  readonly uses: readonly CertificateUse[];
  /** Configuration string of the CA; empty for an offline request. */
  readonly ca: string;
  readonly template: string;
  /** Text form, CN first. */
  readonly subject: string;
  readonly alternativeNames: readonly string[];
  readonly keyAlgorithm: KeyAlgorithm;
  /** Whether the private key may leave the store. */
  readonly exportable: boolean;
  /** Path of an offline request's file as the user gave it; empty for an online one. */
  readonly output: string;
  /** SHA-256 of the PKCS#10, lower-case hexadecimal. */
  readonly requestSha256: string;
  /** SHA-256 of the SubjectPublicKeyInfo, lower-case hexadecimal. */
  readonly spkiSha256: string;
  readonly topology: TopologyStamp;
}

/** A request as the store has it. */
export interface StoredRequest extends RequestFacts {
  /** The store's own number of the row; never used twice. */
  readonly row: number;
  readonly scope: StoreScope;
  readonly state: RequestState;
  /** What -RequestId names: the CA's number, or minus `row` (domain facts 10). */
  readonly requestId: number;
  /** The CA's own number; empty where there is none. */
  readonly caRequestId: string;
  readonly friendlyName: string;
  readonly disposition: Disposition | undefined;
  readonly poll: PollTicket | undefined;
  /** Of the imported certificate: SHA-1, 40 upper-case hexadecimal digits. */
  readonly thumbprint: string | undefined;
  readonly preparedBy: Actor;
  readonly updatedBy: Actor;
}

/** One step in the life of a request, as the audit keeps it. */
export interface RequestStep {
  /** Undefined for the first one. */
  readonly from: RequestState | undefined;
  readonly to: RequestState;
  readonly by: Actor;
}
