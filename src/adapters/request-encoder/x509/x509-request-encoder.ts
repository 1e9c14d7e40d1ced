import type { EncodedRequest } from '../../../domain/request/encoded-request.ts';
import type { KeyAlgorithm, RsaKeySize } from '../../../domain/request/key-algorithm.ts';
import type { RequestPlan } from '../../../domain/request/request-plan.ts';
import type { GeneratedKey, RequestEncoder, SelfSignedPlan, Validity } from '../../../ports/request-encoder.ts';
import { certificateBody, signedCertificate } from '../../x509/certificate-body.ts';
import { bitString, encoded, integer, sequence, taggedSetOf, toBytes } from '../../x509/der.ts';
import { keyIdentifier, sha256Hex } from '../../x509/digests.ts';
import {
  type Extension,
  extendedKeyUsage,
  keyUsage,
  subjectAlternativeName,
  subjectKeyIdentifier,
  templateName,
} from '../../x509/extensions.ts';
import { encodeName } from '../../x509/name-der.ts';
import { OID } from '../../x509/object-identifiers.ts';
import { signatureAlgorithm } from '../../x509/signature-algorithm.ts';
import { publicKeyBits } from '../../x509/subject-public-key.ts';
import type { KeyProvider } from './key-provider.ts';
import { ProviderKey } from './provider-key.ts';
import { requestAttributes } from './request-attributes.ts';
import { selfSignedCertificate } from './self-signed-certificate.ts';

/** Makes PKCS#10 requests in the layout of CertEnroll (certificate authorities 2.2), signed by one provider's keys. */
export class X509RequestEncoder implements RequestEncoder {
  readonly #provider: KeyProvider;

  constructor(provider: KeyProvider) {
    this.#provider = provider;
  }

  generateKey(algorithm: KeyAlgorithm, keySize: RsaKeySize): Promise<GeneratedKey> {
    return ProviderKey.generate(this.#provider, algorithm, keySize);
  }

  async encode(plan: RequestPlan, key: GeneratedKey): Promise<EncodedRequest> {
    requireOwnKey(key);
    const names = alternativeNames(plan);
    const attributes = requestAttributes(key.algorithm, plan.clientInfo, requestExtensions(plan, key, names));
    const version = integer(0);
    const info = sequence(version, encodeName(plan.subject), encoded(key.spki), taggedSetOf(0, ...attributes));
    const signature = await key.sign(toBytes(info));
    const der = toBytes(sequence(info, signatureAlgorithm(key.algorithm), bitString(signature)));
    return {
      der,
      sha256: sha256Hex(der),
      spkiSha256: sha256Hex(key.spki),
      subjectAlternativeNameLength: names?.value.length ?? 0,
    };
  }

  async placeholder(plan: RequestPlan, key: GeneratedKey, validity: Validity): Promise<Uint8Array> {
    requireOwnKey(key);
    const subject = encodeName(plan.subject);
    const fields = {
      serialNumber: Buffer.from(sha256Hex(key.spki).slice(0, SERIAL_NUMBER_DIGITS), 'hex'),
      issuer: subject,
      subject,
      ...validity,
      publicKey: encoded(key.spki),
      extensions: requestExtensions(plan, key, alternativeNames(plan)),
    };
    const body = certificateBody(fields, key.algorithm);
    return signedCertificate(body, key.algorithm, await key.sign(toBytes(body)));
  }

  async selfSigned(plan: SelfSignedPlan, key: GeneratedKey): Promise<Uint8Array> {
    requireOwnKey(key);
    return selfSignedCertificate(plan, key);
  }
}

/** Sixteen bytes of the key's digest: nobody but the key's owner sees the number. */
const SERIAL_NUMBER_DIGITS = 32;

function requireOwnKey(key: GeneratedKey): asserts key is ProviderKey {
  if (!(key instanceof ProviderKey)) throw new TypeError('the key was not made by this encoder');
}

function alternativeNames(plan: RequestPlan): Extension | undefined {
  return plan.alternativeNames.length === 0 ? undefined : subjectAlternativeName(plan.alternativeNames);
}

function requestExtensions(plan: RequestPlan, key: GeneratedKey, names: Extension | undefined): Extension[] {
  const usages = [OID.serverAuthentication, ...(plan.clientAuthentication ? [OID.clientAuthentication] : [])];
  return [
    keyUsage(['digitalSignature', key.algorithm === 'RSA' ? 'keyEncipherment' : 'keyAgreement']),
    extendedKeyUsage(usages),
    subjectKeyIdentifier(keyIdentifier(publicKeyBits(key.spki))),
    ...(names === undefined ? [] : [names]),
    ...(plan.template === undefined ? [] : [templateName(plan.template)]),
  ];
}
