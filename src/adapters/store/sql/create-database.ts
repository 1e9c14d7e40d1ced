import { closeSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { createExclusively, syncFolderOf, temporaryNameFor } from '../../files/exclusive-file.ts';
import { fileErrorCode } from '../../files/file-fault.ts';
import { sweepLeftovers } from '../../files/leftovers.ts';
import { connect } from './connection.ts';
import { APPLICATION_ID } from './database-file.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { kyselyOver } from './node-sqlite-dialect.ts';

/**
 * Makes a new store that appears complete or not at all: it is built beside its place and linked there. Where another
 * process was first, theirs stays. So an empty or half-made `store.db` is never one of ours that was just begun.
 */
export async function createDatabase(path: string, migrations: readonly Migration[]): Promise<void> {
  sweepLeftovers(dirname(path));
  const draft = temporaryNameFor(path);
  try {
    closeSync(createExclusively(draft, 0o600));
    await build(draft, migrations);
    syncFile(draft);
    linkUnlessThere(draft, path);
    syncFolderOf(path);
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(draft + suffix, { force: true });
  }
}

async function build(draft: string, migrations: readonly Migration[]): Promise<void> {
  const database = await connect(draft);
  try {
    database.exec(`pragma synchronous = off; pragma application_id = ${APPLICATION_ID}`);
    await migrate(database, kyselyOver(database), migrations);
  } finally {
    database.close();
  }
}

function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function linkUnlessThere(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (fileErrorCode(error) !== 'EEXIST') throw error;
  }
}
