import { join, relative, sep } from 'node:path';
import { fileErrorCode } from './file-fault.ts';
import { isOneOf } from './own-names.ts';
import { ignoresCase, joinRealPath, type RealPath, realPath, sameFile, selfAndAncestors } from './real-path.ts';
import { WindowsDrives } from './windows-drives.ts';
import { SHARES } from './windows-path.ts';

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
  /** Names of this machine besides the host's own: `\\name\c$` is its drive `C:`. */
  readonly ownNames?: readonly string[];
}

/** What the rules say about a place. */
export type PlaceVerdict = { readonly refusedBy: string } | { readonly onDrive: boolean };

/** The folder of the emulated Windows drives. */
export function drivesFolder(stateFolder: string): string {
  return join(stateFolder, 'drives');
}

/** Undefined on Windows, which has drives and shares of its own. */
export function windowsDrives({ stateFolder, ownNames = [] }: FileRules): WindowsDrives | undefined {
  if (process.platform === 'win32') return undefined;
  return new WindowsDrives(drivesFolder(stateFolder), isOneOf(ownNames));
}

/** The folder that holds the drives is none itself: what lay beside them no drive would show. */
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** `UNC`, server and share. */
const SHARE_DEPTH = 3;

/** Judges a path by where it really leads. `onDrive`: it belongs to the state folder's drives. */
export function judgePlace(target: RealPath, rules: FileRules): PlaceVerdict {
  const place = rules.refused.find(({ path }) => isInside(target, path));
  if (place !== undefined) return { refusedBy: place.name };
  const drives = drivesFolder(rules.stateFolder);
  if (LETTERS.some((letter) => isInside(target, join(drives, letter)))) return { onDrive: true };
  if (isOnShare(target, drives)) return { onDrive: true };
  return isInside(target, rules.stateFolder) ? { refusedBy: 'the state folder' } : { onDrive: false };
}

/** The folders of servers hold shares only. */
function isOnShare(target: RealPath, drives: string): boolean {
  if (!isInside(target, join(drives, SHARES))) return false;
  const place = placeOf(drives);
  return place !== undefined && relative(joinRealPath(place), joinRealPath(target)).split(sep).length > SHARE_DEPTH;
}

/**
 * Tells whether a place is `folder` or lies in it. What exists is compared by identity, so that links, mounts and the
 * case of names make no difference; what does not exist yet by its text, in the file system's notion of case.
 */
function isInside(target: RealPath, folder: string): boolean {
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
