import { StateFolder } from '../../../src/adapters/files/state-folder.ts';
import { createSqlStore } from '../../../src/adapters/store/sql/create-sql-store.ts';
import { actor, newRequest } from './sample-requests.ts';

/*
 * A process of its own that prepares and imports requests in one store: `node prepare-worker.ts FOLDER TAG COUNT`. It
 * says `ready`, begins when a line comes in, and names each row in a line when its promise has been kept.
 */

const [folder = '', tag = '', count = '0'] = process.argv.slice(2);
const { requests, close } = createSqlStore(new StateFolder(folder));
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
for (let index = 0; index < Number(count); index += 1) {
  const marker = `${tag}-${index}`;
  const certificate = Buffer.from(`certificate ${marker}`);
  const friendlyName = { firstFree: names() };
  const prepared = await requests.prepare(newRequest({ subject: `CN=${marker}`, friendlyName }), actor(0, process.pid));
  process.stdout.write(`prepared ${prepared.row} ${marker}\n`);
  const submitting = await requests.transition(prepared, 'submitting', {}, actor(1, process.pid));
  const issued = { caRequestId: String(prepared.row), certificate, chain: [] };
  const { request } = await requests.recordIssued(submitting.request, issued, actor(2, process.pid));
  process.stdout.write(`imported ${request.row} ${marker}\n`);
}
await close();
process.stdin.destroy();

function* names(): Iterable<string> {
  yield 'Lync';
  for (let number = 2; ; number += 1) yield `Lync (${number})`;
}
