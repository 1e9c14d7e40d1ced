import { commandError } from '../../../domain/errors/catalogue.ts';
import type { KeyCheckBook } from '../../../ports/key-check-book.ts';
import type { KeyProtector } from '../../../ports/key-protector.ts';
import type { StateFolder } from '../../files/state-folder.ts';
import { decryptPkcs8, encryptPkcs8 } from './encrypted-key.ts';
import { KeyFileProtection } from './key-file-protection.ts';
import { type PassphraseSource, readPassphrase } from './passphrase.ts';
import { PassphraseProtection } from './passphrase-protection.ts';
import type { ProtectionKeySource } from './protection-key.ts';

/**
 * Protects keys with a passphrase where the operator has set one, else with the random content of
 * `key-protection.key` in the state folder. The store remembers which, so that a lost or different key is an error and
 * never quietly replaced by a new one. Nothing is read or made before the first key comes.
 */
export class StoredKeyProtector implements KeyProtector {
  readonly #folder: StateFolder;
  readonly #book: KeyCheckBook;
  readonly #passphrase: PassphraseSource;
  #source: ProtectionKeySource | undefined;

  constructor(folder: StateFolder, book: KeyCheckBook, passphrase: PassphraseSource) {
    this.#folder = folder;
    this.#book = book;
    this.#passphrase = passphrase;
  }

  async protect(pkcs8: Uint8Array): Promise<string> {
    const key = await this.#chosen().protectionKey(await this.#book.read());
    return encryptPkcs8(pkcs8, key.passphrase);
  }

  /** A store that remembers no key has protected nothing: to make one now would not help. */
  async reveal(pem: string): Promise<Uint8Array> {
    const kept = await this.#book.read();
    if (kept === undefined) throw commandError('PrivateKeyUnreadable', {});
    const key = await this.#chosen().protectionKey(kept);
    return decryptPkcs8(pem, key.passphrase);
  }

  #chosen(): ProtectionKeySource {
    if (this.#source === undefined) {
      const passphrase = readPassphrase(this.#passphrase);
      this.#source =
        passphrase === undefined
          ? new KeyFileProtection(this.#folder, this.#book)
          : new PassphraseProtection(passphrase, this.#book);
    }
    return this.#source;
  }
}
