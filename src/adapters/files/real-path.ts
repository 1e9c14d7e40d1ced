import { realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isMissing } from './file-fault.ts';
import { lookAt } from './ownership.ts';

/** A path without symbolic links: the part that exists, and the names below it that do not exist yet. */
export interface RealPath {
  readonly existing: string;
  readonly missing: readonly string[];
}

/** Resolves all links, also a last one, of a path whose end need not exist. A link to nothing counts as missing. */
export function realPath(path: string): RealPath {
  const missing: string[] = [];
  for (let current = path; ; current = dirname(current)) {
    try {
      return { existing: realpathSync.native(current), missing };
    } catch (error) {
      if (!isMissing(error) || dirname(current) === current) throw error;
    }
    missing.unshift(basename(current));
  }
}

/** Tells whether a path names a symbolic link whose target does not exist. */
export function isDanglingLink(path: string): boolean {
  return lookAt(path)?.isSymbolicLink() === true && !exists(path);
}

export function joinRealPath({ existing, missing }: RealPath): string {
  return join(existing, ...missing);
}

/** The folders from `path` up to the root, `path` first. */
export function selfAndAncestors(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [path, ...selfAndAncestors(parent)];
}

/**
 * Tells whether the file system takes no notice of case: a name that exists is asked for in the other case. Names
 * without letters say nothing; then the next folder above is asked.
 */
export function ignoresCase(existing: string): boolean {
  for (const path of selfAndAncestors(existing)) {
    const name = basename(path);
    const swapped = name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
    if (swapped !== name) return exists(join(dirname(path), swapped)) && sameFile(path, join(dirname(path), swapped));
  }
  return false;
}

/** Tells whether two paths that exist lead to one and the same file or folder. */
export function sameFile(left: string, right: string): boolean {
  const [one, other] = [identityOf(left), identityOf(right)];
  return one !== undefined && one === other;
}

function identityOf(path: string): string | undefined {
  const found = statOrUndefined(path);
  return found === undefined ? undefined : `${found.dev}:${found.ino}`;
}

function exists(path: string): boolean {
  return statOrUndefined(path) !== undefined;
}

function statOrUndefined(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
