/** `Microsoft.Rtc.Management.Deployment.CertificateExists` (domain facts 7.5). */
export interface CertificateExists {
  /** 40 upper-case hexadecimal digits. */
  readonly thumbprint: string;
  /** Canonical name of one use. */
  readonly use: string;
}
