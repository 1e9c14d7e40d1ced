import type { EncodedRequest } from '../domain/request/encoded-request.ts';
import type { KeyAlgorithm, RsaKeySize } from '../domain/request/key-algorithm.ts';
import type { RequestPlan } from '../domain/request/request-plan.ts';
import type { DistinguishedName } from '../domain/x500/distinguished-name.ts';

/** A fresh key pair. Only the encoder that made it can sign with it; others can store it. */
export interface GeneratedKey {
  readonly algorithm: KeyAlgorithm;
  /** DER of SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
  /** DER of the unencrypted PKCS#8 PrivateKeyInfo; whoever asks encrypts it before it is written anywhere. */
  exportPkcs8(): Promise<Uint8Array>;
}

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** A certificate that its own key signs. */
export interface SelfSignedPlan {
  readonly subject: DistinguishedName;
  /** None gives a certificate without the extension. */
  readonly alternativeNames: readonly string[];
  /** Big-endian. */
  readonly serialNumber: Uint8Array;
  readonly validity: Validity;
}

/** Makes keys and turns a plan into a signed request. */
export interface RequestEncoder {
  /** `keySize` in bits counts for RSA only. */
  generateKey(algorithm: KeyAlgorithm, keySize: RsaKeySize): Promise<GeneratedKey>;
  encode(plan: RequestPlan, key: GeneratedKey): Promise<EncodedRequest>;
  /** DER of a self-signed certificate with the key and names of a request: what Windows keeps in REQUEST meanwhile. */
  placeholder(plan: RequestPlan, key: GeneratedKey, validity: Validity): Promise<Uint8Array>;
  /** DER of a certificate for servers and clients, with a comment that says where it comes from. */
  selfSigned(plan: SelfSignedPlan, key: GeneratedKey): Promise<Uint8Array>;
}
