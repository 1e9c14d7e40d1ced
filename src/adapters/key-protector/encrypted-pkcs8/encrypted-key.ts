import { createPrivateKey } from 'node:crypto';
import { commandError } from '../../../domain/errors/catalogue.ts';

/** Encrypts DER of a PKCS#8 PrivateKeyInfo to PEM: PBES2 with PBKDF2 (HMAC-SHA-256) and AES-256-CBC. */
export function encryptPkcs8(pkcs8: Uint8Array, passphrase: string): string {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString();
}

/** The way back. Error `PrivateKeyUnreadable`: the passphrase is known to be right, so the text must be damaged. */
export function decryptPkcs8(pem: string, passphrase: string): Uint8Array {
  try {
    const key = createPrivateKey({ key: pem, format: 'pem', passphrase });
    return key.export({ type: 'pkcs8', format: 'der' });
  } catch (cause) {
    throw commandError('PrivateKeyUnreadable', {}, { cause });
  }
}
