import { EmbeddedAuthorities } from '../../../src/adapters/authority/embedded/embedded-authorities.ts';
import { StateFolder } from '../../../src/adapters/files/state-folder.ts';
import { StoredKeyProtector } from '../../../src/adapters/key-protector/encrypted-pkcs8/stored-key-protector.ts';
import { createSqlStore } from '../../../src/adapters/store/sql/create-sql-store.ts';
import { CONFIG, entropy, request, SUBMISSION } from './rehearsal.ts';

/*
 * A process of its own that is the first to ask a CA: `node first-use-worker.ts FOLDER`. It says `ready`, begins when a
 * line comes in, and answers with one line of JSON: request number, certificate and root in base64.
 */

const [folder = ''] = process.argv.slice(2);
const state = new StateFolder(folder);
const stores = createSqlStore(state);
const protector = new StoredKeyProtector(state, stores.keyChecks, { passphrase: undefined, passphraseFile: undefined });
const configuration = { config: CONFIG, backend: 'embedded', templates: [{ name: 'WebServer' }] } as const;
const clock = { now: () => new Date() };
const deps = { books: stores.authorityBooks, protector, clock, entropy, pause: async () => undefined };
const authority = new EmbeddedAuthorities('litwareinc.com', [configuration], deps).find(CONFIG);
const linted = await request({ keyAlgorithm: 'ECDH_P256' });

process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
const verdict = await authority?.submit(linted, SUBMISSION);
if (verdict?.kind === 'issued') {
  const [certificate, root] = [verdict.certificate, ...verdict.chain].map((der) => Buffer.from(der).toString('base64'));
  process.stdout.write(`${JSON.stringify({ caRequestId: verdict.caRequestId, certificate, root })}\n`);
}
await stores.close();
process.stdin.destroy();
