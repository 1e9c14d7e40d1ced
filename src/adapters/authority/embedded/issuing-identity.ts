import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import type { AuthorityIdentity } from '../../../domain/authority/book-entry.ts';
import { authorityName } from '../../../domain/x500/distinguished-name.ts';
import { checkDistinguishedName } from '../../../domain/x500/name-rules.ts';
import type { CertificateAuthorityBook } from '../../../ports/certificate-authority-book.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Entropy } from '../../../ports/entropy.ts';
import type { KeyProtector } from '../../../ports/key-protector.ts';
import { encoded } from '../../x509/der.ts';
import { keyIdentifier } from '../../x509/digests.ts';
import { certificateAuthorityConstraints, comment, keyUsage, subjectKeyIdentifier } from '../../x509/extensions.ts';
import { encodeName } from '../../x509/name-der.ts';
import { publicKeyBits } from '../../x509/subject-public-key.ts';
import { signCertificate } from './certificate-der.ts';
import { EMULATION_COMMENT } from './emulation-comment.ts';
import { newSerialNumber } from './serial-number.ts';
import { rootValidity, type Validity } from './validity.ts';

/** A CA's key and certificate, ready to sign. */
export interface IssuingIdentity extends Validity {
  readonly key: KeyObject;
  /** DER. */
  readonly certificate: Uint8Array;
  /** DER of the certificate's subject. */
  readonly name: Uint8Array;
  readonly keyIdentifier: Uint8Array;
}

export interface IdentityDeps {
  readonly book: CertificateAuthorityBook;
  readonly protector: KeyProtector;
  readonly clock: Clock;
  readonly entropy: Entropy;
}

const KEY_SIZE = 2048;
const generate = promisify(generateKeyPair);

/** What the book keeps, ready to sign. Throws what the key protector throws. */
export async function revealIdentity(kept: AuthorityIdentity, protector: KeyProtector): Promise<IssuingIdentity> {
  const pkcs8 = await protector.reveal(kept.protectedKey);
  const { subject, validity, subjectPublicKeyInfo } = AsnConvert.parse(kept.certificate, Certificate).tbsCertificate;
  return {
    key: createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }),
    certificate: kept.certificate,
    name: new Uint8Array(AsnConvert.serialize(subject)),
    keyIdentifier: keyIdentifier(new Uint8Array(subjectPublicKeyInfo.subjectPublicKey)),
    notBefore: validity.notBefore.getTime(),
    notAfter: validity.notAfter.getTime(),
  };
}

/** A key and its self-signed root (domain facts 10, root of an embedded CA). */
export async function newIdentity(
  config: string,
  { protector, clock, entropy }: IdentityDeps,
): Promise<AuthorityIdentity> {
  const name = authorityName(splitConfig(config));
  checkDistinguishedName(name);
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: KEY_SIZE });
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const fields = {
    serialNumber: newSerialNumber(entropy),
    issuer: encodeName(name),
    ...rootValidity(clock.now()),
    subject: encodeName(name),
    publicKey: encoded(spki),
    extensions: [
      keyUsage(['digitalSignature', 'certificateSign', 'crlSign']),
      certificateAuthorityConstraints(),
      subjectKeyIdentifier(keyIdentifier(publicKeyBits(spki))),
      comment(EMULATION_COMMENT),
    ],
  };
  return {
    protectedKey: await protector.protect(privateKey.export({ format: 'der', type: 'pkcs8' })),
    certificate: signCertificate(fields, privateKey),
  };
}

/** `host\CA name`, as certutil prints a configuration; the name may contain a backslash, the host may not. */
function splitConfig(config: string): { host: string; name: string } {
  const separator = config.indexOf('\\');
  return { host: config.slice(0, Math.max(separator, 0)), name: config.slice(separator + 1) };
}
