import type { SelfSignedPlan } from '../../../ports/request-encoder.ts';
import { certificateBody, signedCertificate } from '../../x509/certificate-body.ts';
import { encoded, toBytes } from '../../x509/der.ts';
import { keyIdentifier } from '../../x509/digests.ts';
import {
  comment,
  extendedKeyUsage,
  keyUsage,
  subjectAlternativeName,
  subjectKeyIdentifier,
} from '../../x509/extensions.ts';
import { encodeName } from '../../x509/name-der.ts';
import { OID } from '../../x509/object-identifiers.ts';
import { publicKeyBits } from '../../x509/subject-public-key.ts';
import type { ProviderKey } from './provider-key.ts';

/** So that nobody takes one for real, as with the certificates of an embedded CA. */
const COMMENT = 'Self-signed by an emulation of Windows for rehearsal. Do not trust it in production.';

/** Extensions in the order of Windows' New-SelfSignedCertificate. */
export async function selfSignedCertificate(plan: SelfSignedPlan, key: ProviderKey): Promise<Uint8Array> {
  const { serialNumber, validity, alternativeNames } = plan;
  const name = encodeName(plan.subject);
  const fields = {
    serialNumber,
    issuer: name,
    subject: name,
    ...validity,
    publicKey: encoded(key.spki),
    extensions: [
      keyUsage(['digitalSignature', key.algorithm === 'RSA' ? 'keyEncipherment' : 'keyAgreement']),
      extendedKeyUsage([OID.clientAuthentication, OID.serverAuthentication]),
      ...(alternativeNames.length === 0 ? [] : [subjectAlternativeName(alternativeNames)]),
      subjectKeyIdentifier(keyIdentifier(publicKeyBits(key.spki))),
      comment(COMMENT),
    ],
  };
  const body = certificateBody(fields, key.algorithm);
  return signedCertificate(body, key.algorithm, await key.sign(toBytes(body)));
}
