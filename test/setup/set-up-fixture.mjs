// A set-up of one slow step in the folder given, which writes down when its work begins and ends.
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
      await new Promise((resolve) => setTimeout(resolve, 500));
      if (behaviour === 'fail') throw new Error('it did not work');
      writeFileSync(made, '');
      appendFileSync(log, 'end\n');
    },
  },
]);
