import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { crashSession } from '../../test/faults/harness/crash-session.ts';
import { loadSession } from '../../test/faults/harness/load-session.ts';
import { REPOSITORY } from '../setup/repository.mjs';

/*
 * `npm run test:faults -- --runs 1000 [--seed N] [--jobs N]`: so many kills at every durable step and at random
 * instants. `--load`: many processes at once instead. The last line says what was found, and the exit code follows it.
 */

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    jobs: { type: 'string' },
    load: { type: 'boolean', default: false },
  },
});

const engine = join(REPOSITORY, 'psmodule', 'Lync', 'engine', 'main.cjs');
const powerShell = process.env['CSCERT_POWERSHELL'] ?? join(REPOSITORY, '.setup', 'pshost', 'pshost');
const say = (text: string): void => console.log(text);

if (values.load) {
  const faults = await loadSession({
    processes: 8,
    requests: 50,
    powerShell: existsSync(powerShell) ? powerShell : undefined,
    say,
  });
  process.exitCode = faults === 0 ? 0 : 1;
} else {
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  const tally = await crashSession({
    runs: Number(values.runs),
    seed,
    ...(values.jobs !== undefined && { jobs: Number(values.jobs) }),
    ...(existsSync(engine) && { engine }),
    ...(existsSync(powerShell) && { powerShell }),
    say,
  });
  const { runs, lost, twice, keyless, unsound, stopped } = tally;
  say(`stopped before its end ${stopped}, unsound ${unsound}`);
  say(`runs ${runs} lost ${lost} twice ${twice} keyless ${keyless}`);
  process.exitCode = lost + twice + keyless + unsound === 0 && runs === Number(values.runs) ? 0 : 1;
}
