/** A signed certificate signing request, as an encoder gives it. */
export interface EncodedRequest {
  /** PKCS#10. */
  readonly der: Uint8Array;
  /** SHA-256 of `der`, lower-case hexadecimal: how a CA's book finds the request again. */
  readonly sha256: string;
  /** SHA-256 of the SubjectPublicKeyInfo, lower-case hexadecimal: how a certificate is matched to its key. */
  readonly spkiSha256: string;
  /** Bytes of the subject alternative name extension's value; 0 without the extension. */
  readonly subjectAlternativeNameLength: number;
}
