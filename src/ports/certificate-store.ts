import type { StoreScope } from '../domain/request/stored-request.ts';

/** The stores of LocalMachine that the product uses. */
export type CertificateStoreName = 'My' | 'CA' | 'Root';

export interface CertificateEntry {
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
}

/** The certificates of this deployment and machine. They are added by `RequestStore.recordIssued` only. */
export interface CertificateStore {
  /** In the order they were added; of one store, or of all. */
  list(scope: StoreScope, store?: CertificateStoreName): Promise<readonly CertificateEntry[]>;
  /** By thumbprint in any case, with or without blanks; of several stores, My before CA before Root. */
  find(scope: StoreScope, thumbprint: string): Promise<CertificateEntry | undefined>;
  /** Names in use by a certificate or by a request that may still become one. */
  friendlyNames(scope: StoreScope): Promise<ReadonlySet<string>>;
}
