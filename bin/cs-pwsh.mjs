#!/usr/bin/env node
import { callerFolder, powershellEnvironment } from '../tools/setup/launch-environment.mjs';
import { passThrough } from '../tools/setup/pass-through.mjs';
import { reportFailure } from '../tools/setup/report-failure.mjs';
import { REPOSITORY } from '../tools/setup/repository.mjs';
import { withSessionVariables } from '../tools/setup/session-variables.mjs';
import { setUp } from '../tools/setup/set-up.mjs';

await reportFailure(async () => {
  const context = await setUp(REPOSITORY);
  const cwd = callerFolder(REPOSITORY, process.env, process.cwd());
  const env = withSessionVariables(context, powershellEnvironment(context, process.env, cwd), cwd);
  passThrough(context.powershell.path, process.argv.slice(2), { cwd, env });
});
