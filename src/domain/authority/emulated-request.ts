import type { BookDisposition, BookLine } from './book-entry.ts';

/** A request as the operator of an embedded CA sees it. */
export interface EmulatedRequest {
  /** The CA's own number. */
  readonly requestId: number;
  /** Configuration string. */
  readonly ca: string;
  readonly disposition: 'Pending' | 'Issued' | 'Denied' | 'Revoked';
  readonly dispositionMessage: string;
  /** Unsigned; 0 unless denied. */
  readonly hresult: number;
  readonly requester: string;
  readonly template: string;
  readonly subject: string;
  readonly alternativeNames: readonly string[];
  readonly submittedWhen: Date;
  readonly resolvedWhen: Date | undefined;
  /** Empty where nothing was issued. */
  readonly serialNumber: string;
  readonly thumbprint: string;
}

const NAMES: Readonly<Record<BookDisposition, EmulatedRequest['disposition']>> = {
  pending: 'Pending',
  issued: 'Issued',
  denied: 'Denied',
  revoked: 'Revoked',
};

/** `ca` is the configuration string as the deployment writes it. */
export function asEmulatedRequest(ca: string, line: BookLine): EmulatedRequest {
  return {
    requestId: line.requestNumber,
    ca,
    disposition: NAMES[line.disposition],
    dispositionMessage: line.message,
    hresult: line.hresult,
    requester: line.requester,
    template: line.template,
    subject: line.subject,
    alternativeNames: line.alternativeNames,
    submittedWhen: line.when,
    resolvedWhen: line.resolvedWhen,
    serialNumber: line.serialNumber ?? '',
    thumbprint: line.thumbprint ?? '',
  };
}
