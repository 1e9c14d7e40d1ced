import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { commandError } from '../../../domain/errors/catalogue.ts';
import { fileFaultReason } from '../../files/file-fault.ts';

/** Where a passphrase comes from, if the operator has set one; values of the environment, read elsewhere. */
export interface PassphraseSource {
  /** CSCERT_KEY_PASSPHRASE. */
  readonly passphrase: string | undefined;
  /** CSCERT_KEY_PASSPHRASE_FILE: absolute path. */
  readonly passphraseFile: string | undefined;
}

const LONGEST = 4096;

/** The passphrase, or undefined where none is set. Error `PassphraseUnusable`; both set is an error too. */
export function readPassphrase({ passphrase, passphraseFile }: PassphraseSource): string | undefined {
  if (passphrase !== undefined && passphraseFile !== undefined) {
    unusable('CSCERT_KEY_PASSPHRASE', 'CSCERT_KEY_PASSPHRASE_FILE is set as well');
  }
  if (passphrase !== undefined) return accept(passphrase, 'CSCERT_KEY_PASSPHRASE');
  if (passphraseFile === undefined) return undefined;
  const source = `CSCERT_KEY_PASSPHRASE_FILE ("${passphraseFile}")`;
  return accept(readSecretFile(passphraseFile, source).replace(/\r?\n$/, ''), source);
}

/** A mounted secret may be a link and may belong to root, but nobody else may be able to change it. */
function readSecretFile(path: string, source: string): string {
  try {
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = fstatSync(descriptor);
      if (!found.isFile()) unusable(source, 'it is not a regular file');
      if (found.size > LONGEST) unusable(source, `it is longer than ${LONGEST} bytes`);
      const self = process.geteuid?.();
      if (self !== undefined && found.uid !== self && found.uid !== 0) unusable(source, 'it belongs to another user');
      if (self !== undefined && (found.mode & 0o022) !== 0) unusable(source, 'other users can write to it');
      return readFileSync(descriptor, 'utf8');
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const reason = fileFaultReason(error);
    if (reason === undefined) throw error;
    return unusable(source, reason);
  }
}

function accept(passphrase: string, source: string): string {
  if (passphrase === '') unusable(source, 'it is empty');
  if (passphrase.length > LONGEST) unusable(source, `it is longer than ${LONGEST} characters`);
  return passphrase;
}

function unusable(source: string, reason: string): never {
  throw commandError('PassphraseUnusable', { source, reason });
}
