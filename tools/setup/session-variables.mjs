import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { announce } from './announce.mjs';
import { engineEnvironment, stateFolder } from './launch-environment.mjs';

const SETTING = 'CSCERT_WINDOWS_VARIABLES';

/**
 * The variables that Windows always has, for a session that was promised them: `cscert variables` says which are
 * missing. The setting then tells the module that there is nothing left to do.
 * @param {{ root: string, node: { path: string } }} context
 * @param {NodeJS.ProcessEnv} env the session's
 * @param {string} folder the caller's folder
 * @returns {NodeJS.ProcessEnv}
 */
export function withSessionVariables(context, env, folder) {
  if (process.platform === 'win32' || !areWanted(env, folder)) return env;
  const main = join(context.root, 'psmodule', 'Lync', 'engine', 'main.cjs');
  const asked = spawnSync(context.node.path, [main, 'cli', 'variables'], {
    cwd: folder,
    env: engineEnvironment(context, env),
    encoding: 'utf8',
  });
  if (asked.status !== 0) {
    announce(`the variables of Windows are missing in this session. ${asked.stderr?.trim() ?? ''}`.trim());
    return env;
  }
  return { ...env, ...JSON.parse(asked.stdout), [SETTING]: '0' };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 */
function areWanted(env, folder) {
  const setting = env[SETTING]?.trim();
  if (setting) return setting !== '0';
  return existsSync(join(stateFolder(env, folder), 'installation.json'));
}
