import { readdirSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileErrorCode } from './file-fault.ts';
import { lookAt } from './ownership.ts';
import { type IsThisMachine, parseWindowsPath, SHARES, spellWindowsPath, type WindowsPath } from './windows-path.ts';

/** Says why a path cannot be used; the caller knows for which parameter. */
export class RefusedPath extends Error {}

/**
 * Windows drives and shares on hosts that have none: `C:\x` is `<root>/C/x`, `\\server\share\x` is
 * `<root>/UNC/server/share/x`. Existing names are found in any case, as Windows would; nothing that a path says and no
 * symbolic link leads out of the drive's or share's folder. Only looks.
 */
export class WindowsDrives {
  readonly #root: string;
  readonly #isThisMachine: IsThisMachine;

  /** `root` is `drives` of the state folder; it need not exist. */
  constructor(root: string, isThisMachine: IsThisMachine = () => false) {
    this.#root = root;
    this.#isThisMachine = isThisMachine;
  }

  /** The host's path for a path on a drive or share. Throws RefusedPath. */
  locate(text: string): string {
    const path = parseWindowsPath(text, this.#isThisMachine);
    if ('problem' in path) throw new RefusedPath(path.problem);
    if (path.names.length === 0) throw new RefusedPath('it names a folder, not a file');
    return this.#resolve(path);
  }

  /** Windows' spelling of a host's path that lies on one of the drives or shares; else undefined. */
  spell(path: string): string | undefined {
    return spellWindowsPath(relative(this.#root, path).split(sep));
  }

  #resolve({ volume, names }: WindowsPath): string {
    const folder = this.#rootOf(volume);
    let current = folder;
    for (const [index, name] of names.entries()) {
      const found = findName(current, name);
      if (found === undefined) return join(current, ...names.slice(index));
      current = stayInside(folder, join(current, found));
    }
    return current;
  }

  /** Server and share in any case, as names of files; the folders above are ours. */
  #rootOf(volume: readonly string[]): string {
    let folder = refuseLink(this.#root);
    for (const name of volume) {
      const isOurs = volume.length === 1 || name === SHARES;
      folder = refuseLink(join(folder, isOurs ? name : (findName(folder, name) ?? name)));
    }
    return folder;
  }
}

function refuseLink(folder: string): string {
  if (lookAt(folder)?.isSymbolicLink()) throw new RefusedPath(`"${folder}" is a symbolic link`);
  return folder;
}

/** The exact name if it is there, else the first that differs only in case. */
function findName(folder: string, name: string): string | undefined {
  if (lookAt(join(folder, name)) !== undefined) return name;
  const folded = name.toLowerCase();
  return namesIn(folder)
    .filter((candidate) => candidate.toLowerCase() === folded)
    .sort()[0];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Follows a symbolic link as far as it stays on the drive. */
function stayInside(folder: string, path: string): string {
  if (lookAt(path)?.isSymbolicLink() !== true) return path;
  const target = targetOf(path);
  if (target === undefined || !`${target}${sep}`.startsWith(`${realpathSync(folder)}${sep}`)) {
    throw new RefusedPath(`the symbolic link "${path}" leads out of the drive's folder`);
  }
  return target;
}

function targetOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
