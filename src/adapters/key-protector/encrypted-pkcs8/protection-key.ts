import { createHmac, scrypt } from 'node:crypto';
import type { KeyCheck } from '../../../ports/key-check-book.ts';

/** What private keys are encrypted with. */
export interface ProtectionKey {
  /** For the encryption of PKCS#8. */
  readonly passphrase: string;
  /** Tells one protection key from another and reveals neither; hexadecimal. */
  readonly check: string;
}

/** A way to come by the key-protection key. */
export interface ProtectionKeySource {
  /**
   * The key that fits what the store remembers; where it remembers nothing, it does from now on. Errors
   * `KeyProtectionKeyMissing`, `KeyProtectionKeyWrong`.
   */
  protectionKey(kept: KeyCheck | undefined): Promise<ProtectionKey>;
}

/** PBKDF2 of an encrypted PKCS#8 has few rounds; behind 32 random or stretched bytes that does not matter. */
export function protectionKeyFrom(secret: Uint8Array): ProtectionKey {
  return { passphrase: labelled(secret, 'private keys'), check: labelled(secret, 'check') };
}

/** Makes guessing a passphrase expensive: 32 MB and some fifty milliseconds a guess. */
export function stretch(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, cost, (error, secret) => (error ? reject(error) : resolve(secret)));
  });
}

function labelled(secret: Uint8Array, label: string): string {
  return createHmac('sha256', secret).update(`cscert ${label}`).digest('hex');
}
