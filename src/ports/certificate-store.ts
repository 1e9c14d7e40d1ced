import type { Actor, StoreScope } from '../domain/request/stored-request.ts';

/** The stores of LocalMachine that the product uses. REQUEST holds a placeholder for each request that waits. */
export type CertificateStoreName = 'My' | 'CA' | 'Root' | 'REQUEST';

export interface CertificateEntry {
  /** Ascending in the order in which entries were added; never used again. */
  readonly entry: number;
  readonly store: CertificateStoreName;
  /** DER. */
  readonly certificate: Uint8Array;
  /** SHA-1 of the DER, 40 upper-case hexadecimal digits. */
  readonly thumbprint: string;
  /** Empty where there is none. */
  readonly friendlyName: string;
  /** Encrypted PKCS#8, PEM. */
  readonly privateKey: string | undefined;
  /** Whether the key may leave the store; policy, not protection from the account that owns the store. */
  readonly exportable: boolean;
  /** `row` of the request it came from. */
  readonly requestRow: number | undefined;
  readonly addedWhen: Date;
  /** Taken out of its store, and kept for its key; `list` and `find` do not give such entries unless they are asked. */
  readonly removed: boolean;
}

/** A certificate that comes from a file. */
export interface CertificateAddition {
  readonly store: Exclude<CertificateStoreName, 'REQUEST'>;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly friendlyName: string;
  /** A new key (encrypted PKCS#8, PEM), or that of another entry, removed ones too. */
  readonly key?: { readonly pem: string; readonly exportable: boolean } | { readonly ofEntry: number };
}

export interface ListOptions {
  /** Absent: all. */
  readonly store?: CertificateStoreName;
  /** Only entries after this number. */
  readonly after?: number;
  readonly limit?: number;
  readonly withRemoved?: boolean;
}

/** The certificates of this deployment and machine. What comes from a CA is added by `RequestStore.recordIssued`. */
export interface CertificateStore {
  /** In the order they were added. */
  list(scope: StoreScope, options?: ListOptions): Promise<readonly CertificateEntry[]>;
  /** By thumbprint in any case, with or without blanks; of several stores, My before CA, Root and REQUEST. */
  find(scope: StoreScope, thumbprint: string, store?: CertificateStoreName): Promise<CertificateEntry | undefined>;
  /** Names in use by a certificate or by a request that may still become one. */
  friendlyNames(scope: StoreScope): Promise<ReadonlySet<string>>;
  /**
   * Adds in one transaction. What is there already stays, and comes back if it was removed; a key joins a certificate
   * that has none. Gives the entries in the order of the additions.
   */
  add(scope: StoreScope, additions: readonly CertificateAddition[], by: Actor): Promise<readonly CertificateEntry[]>;
  /**
   * Takes an entry out of its store; its key stays unless `deleteKey`. An entry of REQUEST goes with its request, by
   * `RequestStore.clear`. False where there is no such entry.
   */
  remove(entry: CertificateEntry, deleteKey: boolean, by: Actor): Promise<boolean>;
  /** False where there is no such entry any more. */
  rename(entry: CertificateEntry, friendlyName: string, by: Actor): Promise<boolean>;
}
