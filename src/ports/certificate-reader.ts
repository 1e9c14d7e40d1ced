/** What a certificate says about itself, in the texts of Windows (domain facts 2.1 and 4.4). */
export interface CertificateFacts {
  /** X.500 text, most specific part first. */
  readonly issuer: string;
  readonly subject: string;
  /** Upper-case hexadecimal without separators, as Windows shows it. */
  readonly serialNumber: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** dNSNames of the subject alternative name extension in their order; empty without the extension. */
  readonly alternativeNames: readonly string[];
  /** SHA-1 of the DER, 40 upper-case hexadecimal digits. */
  readonly thumbprint: string;
  /** SHA-256 of the SubjectPublicKeyInfo, lower-case hexadecimal. */
  readonly spkiSha256: string;
  readonly isCa: boolean;
  /** Value of the subject's common name; empty where it has none. */
  readonly commonName: string;
  /** Whether the key is an RSA one; any other is in the hands of a CNG provider on Windows. */
  readonly hasRsaKey: boolean;
  /** Its signature is RSASSA-PSS, which the product does not support (domain facts 4.7). */
  readonly hasPssSignature: boolean;
  /** Whether it names a place where its CA publishes revoked certificates. */
  readonly namesRevocationList: boolean;
  /** Carries the comment of an embedded CA. */
  readonly isEmulated: boolean;
}

/** Reads certificates. Bytes that are no certificate throw the error `InvalidCertificate`. */
export interface CertificateReader {
  /** DER. */
  read(der: Uint8Array): CertificateFacts;
}
