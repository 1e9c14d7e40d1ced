import { commandError } from '../../../domain/errors/catalogue.ts';
import { CommandError } from '../../../domain/errors/command-error.ts';
import type { KeyCheck, KeyCheckBook } from '../../../ports/key-check-book.ts';
import { fileFaultReason } from '../../files/file-fault.ts';
import type { StateFolder } from '../../files/state-folder.ts';
import { makeKeyFile, readKeyFile } from './key-file.ts';
import { type ProtectionKey, type ProtectionKeySource, protectionKeyFrom } from './protection-key.ts';

/**
 * The key-protection key in `key-protection.key`. It is read again for every private key: a file that vanished while
 * this process runs must not be noticed only when it is too late.
 */
export class KeyFileProtection implements ProtectionKeySource {
  readonly #folder: StateFolder;
  readonly #book: KeyCheckBook;

  constructor(folder: StateFolder, book: KeyCheckBook) {
    this.#folder = folder;
    this.#book = book;
  }

  async protectionKey(kept: KeyCheck | undefined): Promise<ProtectionKey> {
    const path = this.#folder.at('key-protection.key');
    if (kept?.source === 'passphrase') {
      const needed = 'a passphrase';
      throw commandError('KeyProtectionKeyWrong', { needed, found: 'CSCERT_KEY_PASSPHRASE is not set' });
    }
    const key = protectionKeyFrom(this.#read(path, kept === undefined));
    const { check, source } = kept ?? (await this.#book.keepFirst({ source: 'file', salt: '', check: key.check }));
    if (check === key.check) return key;
    const needed = source === 'file' ? 'another key file' : 'a passphrase';
    throw commandError('KeyProtectionKeyWrong', { needed, found: `"${path}" holds another key` }, { target: path });
  }

  #read(path: string, mayMake: boolean): Uint8Array {
    try {
      this.#folder.open();
      const secret = readKeyFile(path) ?? (mayMake ? this.#make(path) : undefined);
      if (secret === undefined) throw commandError('KeyProtectionKeyMissing', { path }, { target: path });
      return secret;
    } catch (error) {
      const reason = error instanceof CommandError ? undefined : fileFaultReason(error);
      if (reason === undefined) throw error;
      throw commandError('StateFolderUnusable', { path, reason }, { target: path, cause: error });
    }
  }

  #make(path: string): Uint8Array | undefined {
    makeKeyFile(path);
    return readKeyFile(path);
  }
}
