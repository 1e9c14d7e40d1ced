import { chmodSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandError } from '../../domain/errors/catalogue.ts';
import { CommandError } from '../../domain/errors/command-error.ts';
import { fileFaultReason } from './file-fault.ts';
import { makeFolders } from './make-folders.ts';
import { claimFolder, lookAt } from './ownership.ts';

/** The folder that holds all state of this account: CSCERT_HOME. Nothing is looked at or made before `open`. */
export class StateFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = resolve(path);
  }

  /** Path of something in the folder. */
  at(name: string): string {
    return join(this.path, name);
  }

  /** Whether something may be there: a folder that cannot be looked into is for `open` to refuse. */
  mayHold(name: string): boolean {
    try {
      return lookAt(this.at(name)) !== undefined;
    } catch {
      return true;
    }
  }

  /** Makes the folder where it is missing (0700) and proves that it is ours. Errors `StateFolder…`. */
  open(): void {
    try {
      const found = lookAt(this.path);
      if (found === undefined) this.#make();
      claimFolder(this.path, found ?? this.#lookAgain());
    } catch (error) {
      if (error instanceof CommandError) throw error;
      const reason = fileFaultReason(error);
      if (reason === undefined) throw error;
      throw commandError('StateFolderUnusable', { path: this.path, reason }, { target: this.path, cause: error });
    }
  }

  /** Another process may make it at the same moment; the mode is set apart from a umask that takes too much. */
  #make(): void {
    if (makeFolders(this.path, 0o700).length > 0) chmodSync(this.path, 0o700);
  }

  #lookAgain() {
    const found = lookAt(this.path);
    if (found === undefined) throw new Error(`${this.path} vanished while it was made`);
    return found;
  }
}
