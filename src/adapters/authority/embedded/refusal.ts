/** A denial with the HRESULT and words of AD CS (certificate authorities 2.1; the code unsigned). */
export interface Refusal {
  readonly kind: 'refused';
  readonly hresult: number;
  readonly message: string;
}

export const REFUSALS = {
  templateNotPublished: (template: string): Refusal =>
    byPolicy(
      0x80094800,
      `The request was for a certificate template that is not supported by the Active Directory Certificate Services policy: ${template}.`,
    ),
  templatesConflict: (): Refusal => byPolicy(0x80094802, 'The request contains conflicting template information.'),
  enrolmentDenied: (): Refusal =>
    byPolicy(
      0x80094012,
      'The permissions on the certificate template do not allow the current user to enroll for this type of certificate.',
    ),
  keyTooSmall: (): Refusal =>
    byPolicy(
      0x80094811,
      'The public key does not meet the minimum size required by the specified certificate template.',
    ),
  noSubject: (): Refusal => byPolicy(0x80094001, 'The request subject name is invalid or too long.'),
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

/** One blank before the code (domain facts 10). */
function byPolicy(hresult: number, text: string): Refusal {
  return { kind: 'refused', hresult, message: `Denied by Policy Module ${hexadecimal(hresult)}, ${text}` };
}

function parsing(hresult: number, text: string, symbol: string): Refusal {
  return { kind: 'refused', hresult, message: `Error Parsing Request  ${text} ${hexadecimal(hresult)} (${symbol})` };
}

function hexadecimal(hresult: number): string {
  return `0x${hresult.toString(16).padStart(8, '0')}`;
}
