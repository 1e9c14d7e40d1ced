/** Validates certification paths (RFC 5280 6). */
export interface ChainVerifier {
  /**
   * What is wrong with a certificate, as the end of a sentence, or undefined where a path to `trusted` holds at `at`.
   * All certificates are DER; `chain` may be empty, and may hold the trusted one.
   */
  problem(path: {
    readonly certificate: Uint8Array;
    readonly chain: readonly Uint8Array[];
    readonly trusted: readonly Uint8Array[];
    readonly at: Date;
  }): Promise<string | undefined>;
  /** Those of the candidates that are CAs and have signed a certificate, whatever anybody's dates; all DER. */
  issuersOf(certificate: Uint8Array, candidates: readonly Uint8Array[]): readonly Uint8Array[];
}
