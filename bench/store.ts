import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StateFolder } from '../src/adapters/files/state-folder.ts';
import { createSqlStore, type Stores } from '../src/adapters/store/sql/create-sql-store.ts';
import { silentHost } from '../src/boot/warm-up.ts';
import { createVerbs } from '../src/chunks/engine.ts';
import type { Actor, StoreScope } from '../src/domain/request/stored-request.ts';
import { callContext, EngineProcess, verbParams } from './engine-process.ts';
import { type Figure, rateFigure, timeFigure } from './figure.ts';
import { inScratchFolder } from './scratch.ts';
import { interleaved, median, timed } from './statistics.ts';

const BATCH = 200;
const ROUNDS = 5;
const TRACKED = 10_000;
/** The sample deployment's id and local computer. */
const SCOPE: StoreScope = { deployment: 'litwareinc-enterprise', machine: 'atl-cs-001.litwareinc.com' };

/** Transactions beside the bare driver, and -List of many tracked requests. */
export function storeFigures(): Promise<readonly Figure[]> {
  return inScratchFolder(async (folder) => {
    const home = join(folder, 'home');
    const stores = createSqlStore(new StateFolder(home));
    const rates = await transactionRates(stores, folder);
    for (let number = 0; number < TRACKED; number++) await prepare(stores, number);
    await stores.close();
    return [rates, ...(await listing(home, folder))];
  });
}

/** One `prepare` is three inserts in one transaction; the bare driver makes the same number. */
async function transactionRates(stores: Stores, folder: string): Promise<Figure> {
  const bare = new DatabaseSync(join(folder, 'bare.db'));
  bare.exec('pragma journal_mode=wal; pragma synchronous=full; create table t (a integer primary key, b text, c blob)');
  const insert = bare.prepare('insert into t (b, c) values (?, ?)');
  const row = ['x'.repeat(600), new Uint8Array(600)] as const;
  let number = TRACKED;
  const times = await interleaved(ROUNDS, {
    bare: () =>
      timed(async () => {
        for (let index = 0; index < BATCH; index++) {
          bare.exec('begin immediate');
          for (let part = 0; part < 3; part++) insert.run(...row);
          bare.exec('commit');
        }
      }),
    store: () =>
      timed(async () => {
        for (let index = 0; index < BATCH; index++) await prepare(stores, number++);
      }),
  });
  bare.close();
  const rate = (milliseconds: readonly number[]) => (BATCH * 1000) / median(milliseconds);
  const measured = { measured: rate(times.store), yardstick: rate(times.bare), yardstickName: 'bare node:sqlite' };
  return rateFigure('store transactions', measured, 0, 'no target: kysely, checks and JSON columns are the difference');
}

async function listing(home: string, folder: string): Promise<readonly Figure[]> {
  const params = verbParams('ByList', { List: true }, folder);
  const first = new EngineProcess(home);
  await first.call('requestCertificate', params);
  const memory = first.peakMemory();
  await first.end();
  const verbs = createVerbs({
    home,
    deployment: resolve(import.meta.dirname, '../examples/litwareinc-enterprise'),
    computer: undefined,
    keyPassphrase: undefined,
    keyPassphraseFile: undefined,
    moduleFolder: resolve(import.meta.dirname, '../psmodule/Lync'),
  });
  const times: number[] = [];
  for (let round = 0; round < 9; round++) {
    times.push(await timed(() => verbs.listRequests({}, callContext(folder), silentHost)));
  }
  return [
    timeFigure(
      `-List of ${TRACKED.toLocaleString('en-US')} tracked requests`,
      median(times),
      100,
      'the verb in the engine',
      `peak memory of a fresh engine that lists them ${Math.round(memory)} MB (target 150 MB)`,
    ),
  ];
}

function prepare(stores: Stores, number: number): Promise<unknown> {
  const requestDer = new Uint8Array(600).fill(number & 0xff);
  const by: Actor = { osUser: 'bench', connectedUser: undefined, host: 'bench', processId: 1, at: new Date() };
  return stores.requests.prepare(
    {
      scope: SCOPE,
      state: 'offline',
      friendlyName: { given: `Bench ${number}` },
      privateKey: 'k'.repeat(1200),
      requestDer,
      uses: ['Default'],
      ca: '',
      template: 'WebServer',
      subject: 'CN=pool1.litwareinc.com',
      alternativeNames: ['pool1.litwareinc.com', 'atl-cs-001.litwareinc.com'],
      keyAlgorithm: 'RSA',
      exportable: false,
      output: `C:\\bench\\${number}.req`,
      requestSha256: createHash('sha256').update(String(number)).digest('hex'),
      spkiSha256: createHash('sha256').update(`k${number}`).digest('hex'),
      topology: { path: '/bench/topology.xml', sha256: 'a'.repeat(64) },
    },
    by,
  );
}
