import { createPrivateKey, createPublicKey, hash } from 'node:crypto';
import type { KeyReader } from '../../../ports/key-reader.ts';

/** Node's own cryptography. */
export const nodeKeyReader: KeyReader = {
  spkiSha256: (pkcs8) => {
    const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
    return hash('sha256', createPublicKey(privateKey).export({ format: 'der', type: 'spki' }), 'hex');
  },
};
