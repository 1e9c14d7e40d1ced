import { readdirSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileErrorCode } from './file-fault.ts';
import { lookAt } from './ownership.ts';
import { parseWindowsPath, type WindowsPath } from './windows-path.ts';

/** Says why a path cannot be used; the caller knows for which parameter. */
export class RefusedPath extends Error {}

/**
 * Windows drives on hosts that have none: `C:\x` is `<root>/C/x`. Existing names are found in any case, as Windows
 * would; nothing that a path says and no symbolic link leads out of the drive's folder. Only looks.
 */
export class WindowsDrives {
  readonly #root: string;

  /** `root` is `drives` of the state folder; it need not exist. */
  constructor(root: string) {
    this.#root = root;
  }

  /** The host's path for a path on a drive. Throws RefusedPath. */
  locate(text: string): string {
    const path = parseWindowsPath(text);
    if ('forbidden' in path) throw new RefusedPath(`"${path.forbidden}" is no name for a file on a Windows drive`);
    return this.#resolve(path);
  }

  /** The drive's spelling of a host's path that lies on one of the drives: `C:\x`; else undefined. */
  spell(path: string): string | undefined {
    const [drive = '', ...names] = relative(this.#root, path).split(sep);
    return /^[A-Za-z]$/.test(drive) ? `${drive}:\\${names.join('\\')}` : undefined;
  }

  #resolve({ drive, names }: WindowsPath): string {
    const folder = join(this.#root, drive);
    for (const path of [this.#root, folder]) {
      if (lookAt(path)?.isSymbolicLink()) throw new RefusedPath(`"${path}" is a symbolic link`);
    }
    let current = folder;
    for (const [index, name] of names.entries()) {
      const found = findName(current, name);
      if (found === undefined) return join(current, ...names.slice(index));
      current = stayInside(folder, join(current, found));
    }
    return current;
  }
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
