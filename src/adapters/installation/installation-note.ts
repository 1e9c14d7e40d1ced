import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { commandError } from '../../domain/errors/catalogue.ts';
import { createExclusively, fillAndClose } from '../files/exclusive-file.ts';
import { fileFaultReason } from '../files/file-fault.ts';
import { claimFile, lookAt } from '../files/ownership.ts';
import type { StateFolder } from '../files/state-folder.ts';

/** A file that was put in place, by the SHA-256 digests of what was ever written to it. */
export interface NotedFile {
  readonly path: string;
  readonly digests: readonly string[];
}

export interface NotedLink {
  readonly path: string;
  readonly target: string;
}

/** What was put in place; paths of this host, absolute. */
export interface InstallationNote {
  readonly windowsVariables: boolean;
  readonly folders: readonly string[];
  readonly files: readonly NotedFile[];
  readonly links: readonly NotedLink[];
}

export const EMPTY_NOTE: InstallationNote = { windowsVariables: false, folders: [], files: [], links: [] };

/** The module looks for a file of this name too, before it asks the engine. */
const FILE_NAME = 'installation.json';
/** A draft has a name of its own, since other commands have theirs in the same folder. */
const DRAFT_NAME = /^installation\.json\.[0-9a-f]{16}\.tmp$/;

/**
 * The note in the state folder; undefined where nothing is installed. Errors `InstallationNoteUnreadable`, and
 * `StateFolder…` of a folder that cannot be looked into.
 */
export function readNote(folder: StateFolder): InstallationNote | undefined {
  const path = folder.at(FILE_NAME);
  if (!folder.mayHold(FILE_NAME)) return undefined;
  folder.open();
  const found = lookAt(path);
  if (found === undefined) return undefined;
  claimFile(path, found);
  try {
    return parseNote(JSON.parse(readFileSync(path, 'utf8')), folder.path);
  } catch (error) {
    const reason = fileFaultReason(error) ?? 'it is not what this product writes';
    throw commandError('InstallationNoteUnreadable', { path, reason }, { target: path, cause: error });
  }
}

/** Paths in the state folder are written relative to it, so that it can be moved. */
export function writeNote(folder: StateFolder, note: InstallationNote): void {
  const path = folder.at(FILE_NAME);
  const shorten = (one: string) => {
    const below = relative(folder.path, one);
    return below.startsWith('..') || isAbsolute(below) ? one : below;
  };
  const text = JSON.stringify(
    {
      windowsVariables: note.windowsVariables,
      folders: note.folders.map(shorten),
      files: note.files.map((file) => ({ ...file, path: shorten(file.path) })),
      links: note.links.map((link) => ({ ...link, path: shorten(link.path) })),
    },
    null,
    2,
  );
  const draft = `${path}.${randomBytes(8).toString('hex')}.tmp`;
  fillAndClose(createExclusively(draft, 0o600), `${text}\n`);
  renameSync(draft, path);
}

export function removeNote(folder: StateFolder): void {
  removeNoteDrafts(folder);
  rmSync(folder.at(FILE_NAME), { force: true });
}

/** What commands that were stopped have left of a note. */
export function removeNoteDrafts(folder: StateFolder): void {
  if (lookAt(folder.path)?.isDirectory() !== true) return;
  for (const name of readdirSync(folder.path)) if (DRAFT_NAME.test(name)) rmSync(folder.at(name), { force: true });
}

function parseNote(value: unknown, home: string): InstallationNote {
  const note = objectOf(value);
  const at = (path: unknown) => resolve(home, textOf(path));
  return {
    windowsVariables: note['windowsVariables'] === true,
    folders: listOf(note['folders']).map(at),
    files: listOf(note['files'])
      .map(objectOf)
      .map(({ path, digests }) => ({ path: at(path), digests: listOf(digests).map(textOf) })),
    links: listOf(note['links'])
      .map(objectOf)
      .map(({ path, target }) => ({ path: at(path), target: textOf(target) })),
  };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('no object');
  return { ...value };
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('no list');
  return value;
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('no text');
  return value;
}
