import type { EncodedRequest } from '../../../domain/request/encoded-request.ts';
import type { KeyAlgorithm, RsaKeySize } from '../../../domain/request/key-algorithm.ts';
import type { RequestPlan } from '../../../domain/request/request-plan.ts';
import type { GeneratedKey, RequestEncoder } from '../../../ports/request-encoder.ts';
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
    if (!(key instanceof ProviderKey)) {
      throw new TypeError('the key was not made by this encoder');
    }
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
