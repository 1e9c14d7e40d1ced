#!/usr/bin/env node
import { join } from 'node:path';
import { callerFolder, engineEnvironment } from '../tools/setup/launch-environment.mjs';
import { passThrough } from '../tools/setup/pass-through.mjs';
import { reportFailure } from '../tools/setup/report-failure.mjs';
import { REPOSITORY } from '../tools/setup/repository.mjs';
import { setUp } from '../tools/setup/set-up.mjs';

await reportFailure(async () => {
  const context = await setUp(REPOSITORY);
  const cwd = callerFolder(REPOSITORY, process.env, process.cwd());
  const main = join(REPOSITORY, 'psmodule', 'Lync', 'engine', 'main.cjs');
  passThrough(context.node.path, [main, 'cli', ...process.argv.slice(2)], {
    cwd,
    env: engineEnvironment(context, process.env),
  });
});
