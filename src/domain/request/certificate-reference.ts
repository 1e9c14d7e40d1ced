/** `Microsoft.Rtc.Management.Deployment.CertificateReference`: exactly these properties in this order (domain facts 2.1). */
export interface CertificateReference {
  /** X.500 text, most specific first. */
  readonly issuer: string;
  readonly notAfter: Date;
  readonly notBefore: Date;
  /** Upper-case hexadecimal. */
  readonly serialNumber: string;
  readonly subject: string;
  readonly alternativeNames: readonly string[];
  /** 40 upper-case hexadecimal digits. */
  readonly thumbprint: string;
  readonly effectiveDate: Date | undefined;
  readonly previousThumbprint: string;
  readonly updateTime: Date | undefined;
  /** Canonical names joined by `,`, in the caller's order. */
  readonly use: string;
  readonly sourceScope: string;
}

/** The properties that the object had in Lync Server 2010 (domain facts 2.1, sample of the server check page). */
export type ShortCertificateReference = Omit<
  CertificateReference,
  'effectiveDate' | 'previousThumbprint' | 'updateTime' | 'sourceScope'
>;

export function shortCertificateReference(reference: CertificateReference): ShortCertificateReference {
  const { effectiveDate: _e, previousThumbprint: _p, updateTime: _u, sourceScope: _s, ...kept } = reference;
  return kept;
}
