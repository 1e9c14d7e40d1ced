import { denialMessage, hresultText } from '../../../domain/authority/denial-codes.ts';

/** A denial with the HRESULT and words of AD CS (certificate authorities 2.1; the code unsigned). */
export interface Refusal {
  readonly kind: 'refused';
  readonly hresult: number;
  readonly message: string;
}

export const REFUSALS = {
  templateNotPublished: (template: string): Refusal => ({
    kind: 'refused',
    hresult: 0x80094800,
    message: `Denied by Policy Module 0x80094800, The request was for a certificate template that is not supported by the Active Directory Certificate Services policy: ${template}.`,
  }),
  templatesConflict: (): Refusal => denied(0x80094802),
  enrolmentDenied: (): Refusal => denied(0x80094012),
  keyTooSmall: (): Refusal => denied(0x80094811),
  noSubject: (): Refusal => denied(0x80094001),
  /** Two blanks: the server puts its own step before the system's text. */
  malformed: (): Refusal => parsing(0x8009310b, 'ASN1 bad tag value met.', 'ASN: 267 CRYPT_E_ASN1_BADTAG'),
  unknownAlgorithm: (): Refusal => parsing(0x80090008, 'Invalid algorithm specified.', '-2146893816 NTE_BAD_ALGID'),
  badSignature: (): Refusal => ({
    kind: 'refused',
    hresult: 0x80090006,
    message:
      'Error Verifying Request Signature or Signing Certificate  Invalid Signature. 0x80090006 (-2146893818 NTE_BAD_SIGNATURE)',
  }),
};

function denied(hresult: number): Refusal {
  return { kind: 'refused', hresult, message: denialMessage(hresult) };
}

function parsing(hresult: number, text: string, symbol: string): Refusal {
  return { kind: 'refused', hresult, message: `Error Parsing Request  ${text} ${hresultText(hresult)} (${symbol})` };
}
