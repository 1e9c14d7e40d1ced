// A set-up of one slow step in the folder given, which writes down when its work begins and ends. Held, it ends when
// there is a file `go`.
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setUp } from '../../tools/setup/set-up.mjs';

const [root = '', behaviour = ''] = process.argv.slice(2);
const made = join(root, 'made');
const log = join(root, 'log');

await setUp(root, [
  {
    title: () => 'making it',
    isCurrent: () => existsSync(made),
    async perform() {
      appendFileSync(log, 'begin\n');
      if (behaviour === 'crash') process.kill(process.pid, 'SIGKILL');
      if (behaviour === 'held') await exists(join(root, 'go'));
      else await sleep(500);
      if (behaviour === 'fail') throw new Error('it did not work');
      writeFileSync(made, '');
      appendFileSync(log, 'end\n');
    },
  },
]);

/** @param {string} path */
async function exists(path) {
  while (!existsSync(path)) await sleep(20);
}
