/** Tells whose key a private key is, without giving it to anybody. */
export interface KeyReader {
  /** SHA-256 of the SubjectPublicKeyInfo that belongs to the DER of a PKCS#8, lower-case hexadecimal. */
  spkiSha256(pkcs8: Uint8Array): string;
}
