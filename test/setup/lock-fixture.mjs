// Tries to take the lock of the folder given without a pause, and gives it up at once, until it is ended.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const [root = ''] = process.argv.slice(2);
const lock = join(root, 'lock');
const prepared = join(root, 'prepared');

mkdirSync(prepared);
writeFileSync(join(prepared, 'owner.json'), JSON.stringify({ host: hostname(), process: process.pid }));
process.stdout.write('ready\n');
for (;;) {
  try {
    renameSync(prepared, lock);
  } catch {
    continue; // Another holds it.
  }
  renameSync(lock, prepared);
}
