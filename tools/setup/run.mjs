import { join } from 'node:path';
import { announce } from './announce.mjs';
import { withNodeInFront } from './npm.mjs';
import { passThrough } from './pass-through.mjs';
import { reportFailure } from './report-failure.mjs';
import { REPOSITORY } from './repository.mjs';
import { setUp } from './set-up.mjs';

/** What `npm start`, `npm test` and the like run once everything is set up. @type {Record<string, string>} */
const PROGRAMS = {
  start: 'tools/start/main.ts',
  test: 'tools/test/main.ts',
  bench: 'bench/main.ts',
  faults: 'tools/faults/main.ts',
  check: 'tools/test/check.ts',
};

await reportFailure(async () => {
  const [command = '', ...args] = process.argv.slice(2);
  const program = PROGRAMS[command];
  if (program === undefined && command !== 'build') {
    announce(`unknown command ${JSON.stringify(command)}; there are: build, ${Object.keys(PROGRAMS).join(', ')}`);
    process.exitCode = 1;
    return;
  }
  const { node, powershell } = await setUp(REPOSITORY);
  if (program === undefined) return announce('everything is built');
  const env = {
    ...withNodeInFront(process.env, node.path),
    CSCERT_NODE: node.path,
    CSCERT_POWERSHELL: powershell.path,
    NODE_POWERSHELL: powershell.path,
  };
  passThrough(node.path, [join(REPOSITORY, program), ...args], { cwd: REPOSITORY, env });
});
