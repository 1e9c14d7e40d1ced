import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

/** Programs import the sources as they are, the page's components too. */
const REGISTER_TSX = pathToFileURL(join(REPOSITORY, 'tools/test/register-tsx.mjs')).href;

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
  passThrough(node.path, ['--import', REGISTER_TSX, join(REPOSITORY, program), ...args], { cwd: REPOSITORY, env });
});
