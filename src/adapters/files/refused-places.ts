import { join } from 'node:path';
import { fileErrorCode } from './file-fault.ts';
import { ignoresCase, type RealPath, realPath, sameFile, selfAndAncestors } from './real-path.ts';

/** A folder or file that nothing of a user's is written to. */
export interface RefusedPlace {
  /** Absolute; need not exist. */
  readonly path: string;
  /** As a sentence names it: `the deployment folder`. */
  readonly name: string;
}

/** Where files of a user may not go (design: -Output and -Report). */
export interface FileRules {
  /** Absolute. Refused as well, but for the folder `drives` in it. */
  readonly stateFolder: string;
  readonly refused: readonly RefusedPlace[];
}

/** What the rules say about a place. */
export type PlaceVerdict = { readonly refusedBy: string } | { readonly onDrive: boolean };

/** The folder of the emulated Windows drives. */
export function drivesFolder(stateFolder: string): string {
  return join(stateFolder, 'drives');
}

/** The folder that holds the drives is none itself: what lay beside them no drive would show. */
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Judges a path by where it really leads. `onDrive`: it belongs to the state folder's drives. */
export function judgePlace(target: RealPath, rules: FileRules): PlaceVerdict {
  const place = rules.refused.find(({ path }) => isInside(target, path));
  if (place !== undefined) return { refusedBy: place.name };
  const drives = drivesFolder(rules.stateFolder);
  if (LETTERS.some((letter) => isInside(target, join(drives, letter)))) return { onDrive: true };
  return isInside(target, rules.stateFolder) ? { refusedBy: 'the state folder' } : { onDrive: false };
}

/**
 * Tells whether a place is `folder` or lies in it. What exists is compared by identity, so that links, mounts and the
 * case of names make no difference; what does not exist yet by its text, in the file system's notion of case.
 */
export function isInside(target: RealPath, folder: string): boolean {
  const place = placeOf(folder);
  if (place === undefined) return false;
  if (place.missing.length === 0) {
    return selfAndAncestors(target.existing).some((ancestor) => sameFile(ancestor, place.existing));
  }
  if (!sameFile(target.existing, place.existing)) return false;
  const fold = (name: string) => (ignoresCase(place.existing) ? name.normalize('NFC').toLowerCase() : name);
  return place.missing.every((name, index) => fold(name) === fold(target.missing[index] ?? ''));
}

/** Undefined for a folder that cannot be reached: then nothing that can be reached lies in it. */
function placeOf(folder: string): RealPath | undefined {
  try {
    return realPath(folder);
  } catch (error) {
    if (fileErrorCode(error) === undefined) throw error;
    return undefined;
  }
}
