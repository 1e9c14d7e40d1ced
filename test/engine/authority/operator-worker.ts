import { EmbeddedAuthorities } from '../../../src/adapters/authority/embedded/embedded-authorities.ts';
import { StateFolder } from '../../../src/adapters/files/state-folder.ts';
import { createSqlStore } from '../../../src/adapters/store/sql/create-sql-store.ts';
import { isCommandError } from '../../../src/domain/errors/command-error.ts';
import { isOperated } from '../../../src/ports/authority-operator.ts';
import { CONFIG, entropy, protector } from './rehearsal.ts';

/*
 * A process of its own in which a certificate manager decides: `node operator-worker.ts FOLDER approve|deny`. It says
 * `ready`, decides on request 1 when a line comes in, and answers with one line: the disposition, or the error's code.
 */

const [folder = '', act = ''] = process.argv.slice(2);
const stores = createSqlStore(new StateFolder(folder));
const configuration = { config: CONFIG, backend: 'embedded', templates: [{ name: 'WebServer' }] } as const;
const deps = {
  books: stores.authorityBooks,
  protector,
  clock: { now: () => new Date() },
  entropy,
  pause: async () => undefined,
};
const authority = new EmbeddedAuthorities('litwareinc.com', [configuration], deps).find(CONFIG);
if (authority === undefined || !isOperated(authority)) throw new Error('the CA has no operator');
const { operator } = authority;
await operator.request(1);

process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
try {
  const denial = { hresult: 0x80094014, message: 'no' };
  const line = act === 'approve' ? await operator.approve(1, 'pilar') : await operator.deny(1, denial);
  process.stdout.write(`${line.disposition}\n`);
} catch (error) {
  process.stdout.write(`${isCommandError(error) ? error.code : String(error)}\n`);
}
await stores.close();
process.stdin.destroy();
