import { rmSync } from 'node:fs';
import { dirname, isAbsolute, relative } from 'node:path';
import { commandError } from '../../domain/errors/catalogue.ts';
import type { Installation, InstallationPlan, Installed, Uninstalled } from '../../ports/installation.ts';
import { fileFaultReason } from '../files/file-fault.ts';
import { removeLeftovers } from '../files/leftovers.ts';
import { makeFolders } from '../files/make-folders.ts';
import { lookAt } from '../files/ownership.ts';
import { selfAndAncestors } from '../files/real-path.ts';
import type { StateFolder } from '../files/state-folder.ts';
import { RefusedPath } from '../files/windows-drives.ts';
import {
  EMPTY_NOTE,
  type InstallationNote,
  readNote,
  removeNote,
  removeNoteDrafts,
  writeNote,
} from './installation-note.ts';
import {
  digestAt,
  digestOf,
  type InstallationStep,
  linkTarget,
  type PlacedEntry,
  planSteps,
} from './installation-steps.ts';
import { makeFolder, putFile, putLink, removeEmptyFolders, withFileErrors } from './put-in-place.ts';

/**
 * The installation of one state folder. `locate` gives this host's path for a Windows path, or throws RefusedPath;
 * `judge` may refuse the place of a file.
 */
export class FileInstallation implements Installation {
  readonly #folder: StateFolder;
  readonly #locate: (windowsPath: string) => string;
  readonly #judge: (path: string, note: InstallationNote) => void;

  constructor(
    folder: StateFolder,
    locate: (windowsPath: string) => string,
    judge: (path: string, note: InstallationNote) => void = () => undefined,
  ) {
    this.#folder = folder;
    this.#locate = locate;
    this.#judge = judge;
  }

  async install(plan: InstallationPlan, whatIf: boolean): Promise<Installed> {
    const note = readNote(this.#folder) ?? EMPTY_NOTE;
    const entries = this.#entriesOf(plan);
    for (const { kind, path } of entries) if (kind === 'file') this.#judge(path, note);
    const { steps, unchanged } = withFileErrors(this.#folder.path, () => planSteps(entries, note));
    if (!whatIf) {
      // The note comes first: whatever is stopped half-way can be taken away again.
      this.#folder.open();
      writeNote(this.#folder, noteWith(note, steps, plan.windowsVariables));
      for (const step of steps) this.#perform(step);
    }
    const replaces = (step: InstallationStep) => step.kind !== 'folder' && step.replaces;
    return {
      made: steps.filter((step) => !replaces(step)).map(({ path }) => path),
      replaced: steps.filter(replaces).map(({ path }) => path),
      unchanged,
    };
  }

  async uninstall(whatIf: boolean): Promise<Uninstalled> {
    const note = readNote(this.#folder);
    if (note === undefined) {
      if (!whatIf) withFileErrors(this.#folder.path, () => removeNoteDrafts(this.#folder));
      return { removed: [], kept: [] };
    }
    const present = [...note.files, ...note.links].filter(({ path }) => lookAt(path) !== undefined);
    const ours = present.filter(isAsNoted);
    const kept = present.filter((entry) => !ours.includes(entry));
    const removed = ours.map(({ path }) => path);
    if (!whatIf) {
      for (const path of removed) withFileErrors(path, () => rmSync(path));
      for (const { path } of note.files) removeLeftovers(dirname(path));
      removed.push(...this.#settleNote(note, kept));
    }
    return { removed, kept: kept.map(({ path }) => ({ path, reason: 'it was changed since it was installed' })) };
  }

  async givesWindowsVariables(): Promise<boolean> {
    return readNote(this.#folder)?.windowsVariables ?? false;
  }

  async ensureFolder(windowsPath: string): Promise<void> {
    this.#folder.open();
    const path = this.#located(windowsPath);
    withFileErrors(path, () => makeFolders(path, 0o700));
  }

  /**
   * Gives the folders that went. The note outlives all but the folders that hold it, so that what was stopped half-way
   * can be taken up again. What was kept stays noted, with the folders that it needs.
   */
  #settleNote(note: InstallationNote, kept: readonly { readonly path: string }[]): readonly string[] {
    const around = selfAndAncestors(this.#folder.path);
    const gone = removeEmptyFolders(note.folders.filter((path) => !around.includes(path)));
    if (kept.length === 0) {
      removeNote(this.#folder);
      return [...gone, ...removeEmptyFolders(note.folders.filter((path) => around.includes(path)))];
    }
    writeNote(this.#folder, {
      windowsVariables: false,
      folders: note.folders.filter((path) => !gone.includes(path)),
      files: note.files.filter((file) => kept.includes(file)),
      links: note.links.filter((link) => kept.includes(link)),
    });
    return gone;
  }

  #entriesOf({ folders, files, links }: InstallationPlan): readonly PlacedEntry[] {
    return [
      ...folders.map((path): PlacedEntry => ({ kind: 'folder', path: this.#located(path) })),
      ...files.map(({ path, content }): PlacedEntry => ({ kind: 'file', path: this.#located(path), content })),
      ...links.map((link): PlacedEntry => ({ kind: 'link', ...link })),
    ];
  }

  #located(windowsPath: string): string {
    try {
      return this.#locate(windowsPath);
    } catch (error) {
      const reason = error instanceof RefusedPath ? error.message : fileFaultReason(error);
      if (reason === undefined) throw error;
      const options = { target: windowsPath, cause: error };
      throw commandError('InstallationRefused', { path: windowsPath, reason }, options);
    }
  }

  #perform(step: InstallationStep): void {
    withFileErrors(step.path, () => {
      if (step.kind === 'folder') makeFolder(step.path, this.#isPrivate(step.path));
      else if (step.kind === 'file') putFile(step.path, step.content, this.#isPrivate(step.path));
      else putLink(step.path, step.target);
    });
  }

  /** The state folder's own rule. */
  #isPrivate(path: string): boolean {
    const below = relative(this.#folder.path, path);
    return !below.startsWith('..') && !isAbsolute(below);
  }
}

function isAsNoted(entry: InstallationNote['files'][number] | InstallationNote['links'][number]): boolean {
  const found = lookAt(entry.path);
  if (found === undefined) return false;
  if ('target' in entry) return linkTarget(entry.path, found) === entry.target;
  const present = digestAt(entry.path, found);
  return present !== undefined && entry.digests.includes(present);
}

function noteWith(
  note: InstallationNote,
  steps: readonly InstallationStep[],
  windowsVariables: boolean,
): InstallationNote {
  const folders = steps.flatMap((step) => (step.kind === 'folder' ? [step.path] : []));
  const files = new Map(note.files.map((file) => [file.path, file]));
  const links = new Map(note.links.map((link) => [link.path, link]));
  for (const step of steps) {
    if (step.kind === 'file') {
      const digests = [...(files.get(step.path)?.digests ?? []), digestOf(step.content)];
      files.set(step.path, { path: step.path, digests: [...new Set(digests)] });
    } else if (step.kind === 'link') {
      links.set(step.path, { path: step.path, target: step.target });
    }
  }
  return {
    windowsVariables,
    folders: [...new Set([...note.folders, ...folders])],
    files: [...files.values()],
    links: [...links.values()],
  };
}
