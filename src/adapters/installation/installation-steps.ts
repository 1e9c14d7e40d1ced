import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { commandError } from '../../domain/errors/catalogue.ts';
import { lookAt } from '../files/ownership.ts';
import { selfAndAncestors } from '../files/real-path.ts';
import type { InstallationNote } from './installation-note.ts';

/** One thing to do; paths of this host. */
export type InstallationStep =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly content: string; readonly replaces: boolean }
  | { readonly kind: 'link'; readonly path: string; readonly target: string; readonly replaces: boolean };

/** What has to be done, and what is in place already. */
export interface PlannedSteps {
  readonly steps: readonly InstallationStep[];
  readonly unchanged: readonly string[];
}

/** An entry of a plan whose place on this host is known. */
export type PlacedEntry =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly content: string }
  | { readonly kind: 'link'; readonly path: string; readonly target: string };

/** No manifest of ours is longer: anything else is not read to be compared. */
const LONGEST_FILE = 64 * 1024;

/** Only looks. Error `InstallationRefused` for whatever is in the way. */
export function planSteps(entries: readonly PlacedEntry[], note: InstallationNote): PlannedSteps {
  const steps: InstallationStep[] = [];
  const unchanged: string[] = [];
  for (const entry of entries) {
    const step = entry.kind === 'folder' ? undefined : stepFor(entry, note);
    const folder = entry.kind === 'folder' ? entry.path : dirname(entry.path);
    for (const path of missingFolders(folder)) {
      if (!steps.some((planned) => planned.path === path)) steps.push({ kind: 'folder', path });
    }
    if (step === 'unchanged') unchanged.push(entry.path);
    else if (step !== undefined) steps.push(step);
  }
  return { steps, unchanged };
}

export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The digest of a file that may be one of ours; undefined for anything else. */
export function digestAt(path: string, found: Stats): string | undefined {
  return found.isFile() && found.size <= LONGEST_FILE ? digestOf(readFileSync(path)) : undefined;
}

/** Where a link leads; undefined for anything else. */
export function linkTarget(path: string, found: Stats): string | undefined {
  return found.isSymbolicLink() ? readlinkSync(path) : undefined;
}

function stepFor(
  entry: Exclude<PlacedEntry, { kind: 'folder' }>,
  note: InstallationNote,
): InstallationStep | 'unchanged' {
  const found = lookAt(entry.path);
  if (found === undefined) return { ...entry, replaces: false };
  if (entry.kind === 'file') {
    const present = digestAt(entry.path, found);
    if (present === digestOf(entry.content)) return 'unchanged';
    const known = note.files.find(({ path }) => path === entry.path)?.digests ?? [];
    if (present !== undefined && known.includes(present)) return { ...entry, replaces: true };
  } else {
    const present = linkTarget(entry.path, found);
    if (present === entry.target) return 'unchanged';
    const known = note.links.find(({ path }) => path === entry.path)?.target;
    if (present !== undefined && present === known) return { ...entry, replaces: true };
  }
  throw refused(entry.path, 'it was not made by this command, or was changed since');
}

/** The outermost first. */
function missingFolders(folder: string): readonly string[] {
  const missing: string[] = [];
  for (const path of selfAndAncestors(folder)) {
    const found = lookAt(path);
    if (found?.isDirectory() || found?.isSymbolicLink()) break;
    if (found !== undefined) throw refused(path, 'it is not a folder');
    missing.unshift(path);
  }
  return missing;
}

function refused(path: string, reason: string) {
  return commandError('InstallationRefused', { path, reason }, { target: path });
}
