import { randomBytes } from 'node:crypto';
import { commandError } from '../../../domain/errors/catalogue.ts';
import type { KeyCheck, KeyCheckBook } from '../../../ports/key-check-book.ts';
import { type ProtectionKey, type ProtectionKeySource, protectionKeyFrom, stretch } from './protection-key.ts';

/** The key-protection key made from a passphrase and a salt that the store keeps. Stretched once per process and salt. */
export class PassphraseProtection implements ProtectionKeySource {
  readonly #passphrase: string;
  readonly #book: KeyCheckBook;
  readonly #stretched = new Map<string, Promise<ProtectionKey>>();

  constructor(passphrase: string, book: KeyCheckBook) {
    this.#passphrase = passphrase;
    this.#book = book;
  }

  async protectionKey(kept: KeyCheck | undefined): Promise<ProtectionKey> {
    const { source, salt, check } = kept ?? (await this.#keepNew());
    if (source === 'file') {
      const needed = 'the key file of the state folder';
      throw commandError('KeyProtectionKeyWrong', { needed, found: 'a passphrase is set' });
    }
    const key = await this.#keyFor(salt);
    if (key.check === check) return key;
    const needed = 'another passphrase';
    throw commandError('KeyProtectionKeyWrong', { needed, found: 'the one that is set does not fit' });
  }

  /** Of two processes that start at once, both get the salt that was kept first. */
  async #keepNew(): Promise<KeyCheck> {
    const salt = randomBytes(16).toString('hex');
    const { check } = await this.#keyFor(salt);
    return this.#book.keepFirst({ source: 'passphrase', salt, check });
  }

  #keyFor(salt: string): Promise<ProtectionKey> {
    const known = this.#stretched.get(salt);
    if (known !== undefined) return known;
    const key = stretch(this.#passphrase, Buffer.from(salt, 'hex')).then(protectionKeyFrom);
    this.#stretched.set(salt, key);
    return key;
  }
}
