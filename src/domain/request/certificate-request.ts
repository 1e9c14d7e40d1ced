/** What a user reads as RequestStatus (domain facts 10, object types). */
export type RequestStatus = 'Pending' | 'Issued' | 'Denied' | 'Revoked' | 'Offline' | 'Failed' | 'Unknown';

/** `Microsoft.Rtc.Management.Deployment.CertificateRequest`: what -List, an offline and a pending request put out. */
export interface CertificateRequest {
  readonly requestId: number;
  readonly requestStatus: RequestStatus;
  /** Canonical names joined by `,`. */
  readonly certificateUses: string;
  /** Configuration string of the CA; empty for an offline request. */
  readonly ca: string;
  /** The CA's own number where it differs from requestId. */
  readonly caRequestId: string;
  readonly subject: string;
  readonly alternativeNames: readonly string[];
  readonly friendlyName: string;
  readonly output: string;
  readonly submittedWhen: Date;
  readonly updatedWhen: Date;
  readonly requester: string;
  readonly disposition: string;
  /** One sentence: what to do next. */
  readonly nextStep: string;
}
