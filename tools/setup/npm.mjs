import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { runQuietly } from './processes.mjs';
import { findOnPath } from './programs.mjs';
import { SetUpError } from './set-up-error.mjs';

/**
 * `npm ci` in a folder, run by the given Node, under the user's own npm configuration. No install script runs.
 * @param {string} node
 * @param {string} folder
 */
export async function npmCi(node, folder) {
  const env = withNodeInFront(withoutScriptVariables(process.env), node);
  // Said outright, since the user's configuration or an outer `npm run -s` may say otherwise.
  const options = [
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const cli = findNpmScript(process.env);
  const npm = cli === undefined ? findOnPath('npm') : node;
  if (npm === undefined) throw new SetUpError('npm was not found on PATH; it comes with Node (nodejs.org)');
  await runQuietly('npm ci', npm, [...(cli === undefined ? [] : [cli]), 'ci', ...options], { cwd: folder, env });
}

/**
 * npm's own script, so that any Node can run it (on Windows `npm` is a batch file); undefined where `npm` is a shim
 * of a version manager.
 * @param {NodeJS.ProcessEnv} env
 */
function findNpmScript(env) {
  const running = env['npm_execpath'];
  if (running !== undefined && basename(running) === 'npm-cli.js' && existsSync(running)) return running;
  const npm = findOnPath('npm', env);
  if (npm === undefined) return undefined;
  const real = realpathSync(npm);
  const near = [real, join(dirname(npm), 'node_modules/npm/bin/npm-cli.js'), join(dirname(real), 'npm-cli.js')];
  return near.find((path) => basename(path) === 'npm-cli.js' && existsSync(path));
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function withNodeInFront(env, node) {
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...env, [key]: [dirname(node), ...(env[key] ? [env[key]] : [])].join(delimiter) };
}

/**
 * The environment without what `npm run` says about the script it runs; `npm_config_*`, where a user may name a
 * registry or a proxy, stays.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function withoutScriptVariables(env) {
  const about = /^(npm_(lifecycle|package)_|npm_command$|npm_node_execpath$|INIT_CWD$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !about.test(name)));
}
