import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stores } from '../../../src/adapters/store/sql/create-sql-store.ts';
import { actor, newRequest, SCOPE } from './sample-requests.ts';
import { go, type StoreProcess, startStoreProcess } from './store-processes.ts';
import { withSqlStores } from './temporary-store.ts';

const ROUNDS = 20;

test(`kill -9 in ${ROUNDS} rounds: what was acknowledged is there, the store is sound and goes on working`, () =>
  withSqlStores(async (open, folder) => {
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const process = startStoreProcess(folder.path, `round${round}`, 100_000);
      await process.ready;
      go(process);
      // From before the store exists (first round) to the middle of any transaction.
      await said(process, round % 6);
      await sleep(2 + ((round * 7) % 40));
      process.child.kill('SIGKILL');
      assert.equal((await process.ended).code, null);
      acknowledged.push(...process.lines);

      const stores = open();
      await stores.requests.prepare(newRequest({ subject: `CN=after${round}` }), actor());
      await stores.close();
      assert.equal(integrityOf(folder.at('store.db')), 'ok');
    }
    assert.ok(acknowledged.length > ROUNDS, `only ${acknowledged.length} lines: the rounds were too short`);
    await checkAcknowledged(open(), acknowledged);
  }));

/** Waits until it has said so many lines, however slow the machine is. */
async function said({ child, lines }: StoreProcess, count: number): Promise<void> {
  while (lines.length < count) {
    assert.equal(child.exitCode, null, 'it ended by itself');
    await sleep(1);
  }
}

async function checkAcknowledged({ requests, certificates }: Stores, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const [step, row, marker] = line.split(' ');
    const request = await requests.find(SCOPE, -Number(row));
    assert.equal(request?.subject, `CN=${marker}`, `lost: ${line}`);
    if (step === 'imported') assert.equal(request.state, 'imported', `lost: ${line}`);
  }
  for (const entry of await certificates.list(SCOPE, { store: 'My' })) {
    assert.ok(entry.privateKey, 'a certificate has no key');
    const request = await requests.find(SCOPE, -(entry.requestRow ?? 0));
    assert.equal(request?.thumbprint, entry.thumbprint, 'a certificate was imported by half');
  }
}

function integrityOf(path: string): unknown {
  const database = new DatabaseSync(path);
  try {
    return database.prepare('pragma integrity_check').get()?.['integrity_check'];
  } finally {
    database.close();
  }
}
