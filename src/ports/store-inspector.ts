import type { Actor, RequestStep, StoredRequest, StoreScope } from '../domain/request/stored-request.ts';
import type { CertificateEntry } from './certificate-store.ts';

export interface InspectedRequest {
  readonly request: StoredRequest;
  readonly history: readonly RequestStep[];
  /** PKCS#10, DER. */
  readonly requestDer: Uint8Array;
  /** SHA-256 of `requestDer` as it is now, lower-case hexadecimal. */
  readonly digest: string;
  /** Encrypted PKCS#8, PEM. */
  readonly privateKey: string | undefined;
}

export interface InspectedCertificate {
  readonly scope: StoreScope;
  readonly entry: CertificateEntry;
}

/** What a use has, or had from one of its changes on. */
export interface InspectedAssignment {
  readonly deployment: string;
  /** Empty for the whole deployment, else the machine. */
  readonly scope: string;
  readonly use: string;
  /** Empty where the use has no certificate any more. */
  readonly thumbprint: string;
  readonly previousThumbprint: string;
  /** ISO 8601; empty: at once. */
  readonly effective: string;
  readonly by: Actor;
}

/** An embedded CA's book. */
export interface InspectedBook {
  readonly deployment: string;
  readonly config: string;
  readonly certificate: Uint8Array | undefined;
  /** Encrypted PKCS#8, PEM. */
  readonly protectedKey: string | undefined;
  /** What the CA decided, in the order of its numbers: names and values as JSON has them, certificates as PEM. */
  readonly entries: AsyncIterable<Readonly<Record<string, unknown>>>;
}

/** A row, or what is wrong with one that cannot be read, as a sentence that names it. */
export type Inspected<Row> = { readonly row: Row } | { readonly fault: string };

/** The whole store, of every deployment and machine, as it was at one moment. */
export interface StoreView {
  readonly path: string;
  /** What contradicts itself: pages, references, flags, keys that nothing refers to. One sentence each. */
  faults(): Promise<readonly string[]>;
  requests(): AsyncIterable<Inspected<InspectedRequest>>;
  certificates(): AsyncIterable<Inspected<InspectedCertificate>>;
  /** Every change of an assignment in its order; the last of a use is how it is now. */
  assignments(): AsyncIterable<InspectedAssignment>;
  books(): AsyncIterable<InspectedBook>;
}

/** Looks through a store without changing it. */
export interface StoreInspector {
  inspect<Result>(use: (view: StoreView) => Promise<Result>): Promise<Result>;
}
