/** What a certificate manager's denial carries (certificate authorities 2.1). */
export const ADMIN_DENIED_REQUEST = 0x80094014;

/** HRESULTs of AD CS with the system's text, unsigned (certificate authorities 2.1). */
const DENIAL_TEXTS: ReadonlyMap<number, string> = new Map([
  [0x80094001, 'The request subject name is invalid or too long.'],
  [0x80094002, 'The request does not exist.'],
  [0x80094003, "The request's current status does not allow this operation."],
  [0x80094004, 'The requested property value is empty.'],
  [0x80094011, 'The permissions on this CA do not allow the current user to enroll for certificates.'],
  [
    0x80094012,
    'The permissions on the certificate template do not allow the current user to enroll for this type of certificate.',
  ],
  [ADMIN_DENIED_REQUEST, 'The request was denied by a certificate manager or CA administrator.'],
  [0x80094800, 'The requested certificate template is not supported by this CA.'],
  [0x80094801, 'The request contains no certificate template information.'],
  [0x80094802, 'The request contains conflicting template information.'],
  [0x80094803, 'The request is missing a required Subject Alternate name extension.'],
  [0x80094811, 'The public key does not meet the minimum size required by the specified certificate template.'],
  [0x800706ba, 'The RPC server is unavailable.'],
]);

/** The names that Windows has for these codes (certificate authorities 2.1). */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x80094001, 'CERTSRV_E_BAD_REQUESTSUBJECT'],
  [0x80094002, 'CERTSRV_E_NO_REQUEST'],
  [0x80094003, 'CERTSRV_E_BAD_REQUESTSTATUS'],
  [0x80094004, 'CERTSRV_E_PROPERTY_EMPTY'],
  [0x80094011, 'CERTSRV_E_ENROLL_DENIED'],
  [0x80094012, 'CERTSRV_E_TEMPLATE_DENIED'],
  [ADMIN_DENIED_REQUEST, 'CERTSRV_E_ADMIN_DENIED_REQUEST'],
  [0x80094800, 'CERTSRV_E_UNSUPPORTED_CERT_TYPE'],
  [0x80094801, 'CERTSRV_E_NO_CERT_TYPE'],
  [0x80094802, 'CERTSRV_E_TEMPLATE_CONFLICT'],
  [0x80094803, 'CERTSRV_E_SUBJECT_ALT_NAME_REQUIRED'],
  [0x80094811, 'CERTSRV_E_KEY_LENGTH'],
  [0x800706ba, 'RPC_S_SERVER_UNAVAILABLE'],
  [0x80070005, 'E_ACCESSDENIED'],
]);

/** `0x80094811 CERTSRV_E_KEY_LENGTH`, or the number alone where it has no name here. */
export function namedHresult(hresult: number): string {
  const name = NAMES.get(hresult);
  return name === undefined ? hresultText(hresult) : `${hresultText(hresult)} ${name}`;
}

/** The system's text of an HRESULT, or undefined where this table does not have it. */
export function denialText(hresult: number): string | undefined {
  return DENIAL_TEXTS.get(hresult);
}

/** A failure's HRESULT (its highest bit is set) written as `0x80094014`; undefined for anything else. */
export function parseHresult(text: string): number | undefined {
  return /^0x[89a-f][0-9a-f]{7}$/i.test(text) ? Number(text) : undefined;
}

/** Eight hexadecimal digits in lower case behind `0x`. */
export function hresultText(hresult: number): string {
  return `0x${hresult.toString(16).padStart(8, '0')}`;
}

/** The words of a policy module that denies, one blank before the code (domain facts 10). */
export function denialMessage(hresult: number): string {
  const text = denialText(hresult);
  return `Denied by Policy Module ${hresultText(hresult)}${text === undefined ? '' : `, ${text}`}`;
}
