/** The key and certificate of an embedded CA. */
export interface AuthorityIdentity {
  /** Encrypted PKCS#8, PEM. */
  readonly protectedKey: string;
  /** DER of the self-signed certificate. */
  readonly certificate: Uint8Array;
}

/** What the CA has decided on one request. */
export interface BookEntry {
  /** SHA-256 of the PKCS#10, lower-case hexadecimal. */
  readonly requestSha256: string;
  readonly disposition: 'issued' | 'denied';
  /** Unsigned; 0 when issued. */
  readonly hresult: number;
  readonly message: string;
  /** What differs from the request, one sentence each. */
  readonly warnings: readonly string[];
  /** DER, when issued. */
  readonly certificate: Uint8Array | undefined;
  /** Upper-case hexadecimal, when issued; unique in one book. */
  readonly serialNumber: string | undefined;
  readonly template: string;
  readonly requester: string;
  readonly when: Date;
}

export interface NumberedBookEntry extends BookEntry {
  /** From 1, ascending, never used twice in one book. */
  readonly requestNumber: number;
}

/** The books of one embedded CA. Every promise resolves only when the change is durable. */
export interface CertificateAuthorityBook {
  identity(): Promise<AuthorityIdentity | undefined>;
  /**
   * Keeps the identity unless there already is one, in one transaction, and gives back the one that is kept. Of two
   * processes that start at once both get the same.
   */
  keepIdentity(candidate: AuthorityIdentity): Promise<AuthorityIdentity>;
  /** Takes the next request number and writes the row, in one transaction. */
  enter(entry: BookEntry): Promise<NumberedBookEntry>;
  /** The newest row of a request with this digest. */
  findByDigest(requestSha256: string): Promise<NumberedBookEntry | undefined>;
}

/** The books of all embedded CAs: one a deployment id and configuration string, the latter compared without case. */
export interface CertificateAuthorityBooks {
  /** Touches nothing yet: the first call of one of the book's methods does. */
  open(deploymentId: string, config: string): CertificateAuthorityBook;
}
