import type { Stats } from 'node:fs';
import { commandError } from '../../../domain/errors/catalogue.ts';
import { claimFile, lookAt } from '../../files/ownership.ts';
import { type DatabaseHeader, readDatabaseHeader } from './database-header.ts';

/** `CSct`: marks a SQLite file as ours. */
export const APPLICATION_ID = 0x43536374;

const SIDE_FILES = ['-wal', '-shm', '-journal'] as const;

/** Which file a path names at the moment; another one under the same path is another store. */
export function fileIdentity(found: Stats): string {
  return `${found.dev}:${found.ino}`;
}

/**
 * Tells whether the database is there, having proved that it is this account's own and no file that must not be
 * opened. Only looks. Errors `StateFolderRefused`, `StoreDamaged`, `StoreNotRecognised`, `StoreNewer`.
 */
export function inspectDatabaseFile(path: string, knownVersion: number): boolean {
  const logLength = claimSideFiles(path);
  const found = lookAt(path);
  if (found === undefined) return false;
  claimFile(path, found);
  refuseForeignHeader(path, knownVersion, logLength > 0);
  return true;
}

/** A write-ahead log without its database: the database was lost, and a new one must not take its place. */
export function refuseOrphanedLog(path: string): void {
  if (logIsEmpty(path) || lookAt(path) !== undefined) return;
  damaged(path, 'the file is missing, but its write-ahead log is still there');
}

function claimSideFiles(path: string): number {
  let logLength = 0;
  for (const suffix of SIDE_FILES) {
    const found = lookAt(path + suffix);
    if (found === undefined) continue;
    claimFile(path + suffix, found);
    if (suffix === '-wal') logLength = found.size;
  }
  return logLength;
}

/** With a log not yet copied back, the log may hold a newer header: SQLite then judges. */
function refuseForeignHeader(path: string, knownVersion: number, hasLog: boolean): void {
  const header = readDatabaseHeader(path);
  if (header.length === 0) damaged(path, 'the file is empty');
  if (!header.isDatabase) damaged(path, 'the file is not a database');
  if (hasLog) return;
  if (isCutOff(header) && logIsEmpty(path) && isCutOff(readDatabaseHeader(path))) {
    damaged(path, `the file ends after ${header.length} bytes and should be longer`);
  }
  refuseForeignVersion(path, header.applicationId, header.userVersion, knownVersion);
}

/** Another process may be copying its log back while we look: then the header comes first and the end a moment later. */
function isCutOff({ length, pageSize, pages }: DatabaseHeader): boolean {
  return length % pageSize !== 0 || length < pages * pageSize;
}

function logIsEmpty(path: string): boolean {
  return (lookAt(`${path}-wal`)?.size ?? 0) === 0;
}

/** Refuses a database of another program, or of a later version of this one. */
export function refuseForeignVersion(path: string, applicationId: number, found: number, known: number): void {
  if (applicationId !== APPLICATION_ID) throw commandError('StoreNotRecognised', { path }, { target: path });
  if (found > known) throw commandError('StoreNewer', { path, found, known }, { target: path });
}

function damaged(path: string, detail: string): never {
  throw commandError('StoreDamaged', { path, detail }, { target: path });
}
