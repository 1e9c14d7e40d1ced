import { webcrypto } from 'node:crypto';

/** The part of WebCrypto that makes and uses request keys. */
export type KeyProvider = Pick<webcrypto.SubtleCrypto, 'generateKey' | 'exportKey' | 'sign'>;

/** Node's own WebCrypto: it works in the thread pool, on all cores. */
export function nativeKeyProvider(): KeyProvider {
  return webcrypto.subtle;
}

/**
 * `@peculiar/webcrypto`, loaded on use. It blocks the event loop while it makes a key, so it is not the default; it
 * stays to prove that nothing here depends on one implementation.
 */
export async function peculiarKeyProvider(): Promise<KeyProvider> {
  const { Crypto } = await import('@peculiar/webcrypto');
  return new Crypto().subtle;
}
