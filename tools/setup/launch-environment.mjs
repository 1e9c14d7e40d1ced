import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const DRIVE_LETTERS = ['C', 'D', 'E', 'F', 'G'];

/**
 * The environment of a PowerShell that finds our modules, our Node and, off Windows, drives `C:` to `G:`.
 * @param {{ root: string, node: { path: string } }} context
 * @param {NodeJS.ProcessEnv} env the caller's
 * @param {string} folder the caller's folder
 * @returns {NodeJS.ProcessEnv}
 */
export function powershellEnvironment({ root, node }, env, folder) {
  const modules = join(root, 'psmodule');
  const existing = env['PSModulePath'];
  return {
    ...withoutCallerFolder(env),
    PSModulePath: existing ? `${modules}${delimiter}${existing}` : modules,
    CSCERT_NODE: node.path,
    ...(process.platform === 'win32' ? {} : { PSHOST_DRIVES: driveFolders(stateFolder(env, folder)) }),
  };
}

/**
 * The environment of the engine run by hand: what was meant for the caller's own Node programs is not passed on.
 * @param {{ node: { path: string } }} context
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function engineEnvironment({ node }, env) {
  const kept = Object.entries(withoutCallerFolder(env)).filter(([name]) => !name.startsWith('NODE_'));
  return { ...Object.fromEntries(kept), CSCERT_NODE: node.path };
}

/**
 * The folder the caller is in. `npm run` changes to the package's folder and says in `INIT_CWD` where it was called.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {string} current
 */
export function callerFolder(root, env, current) {
  const isOurScript = env['npm_lifecycle_event'] === 'pwsh' || env['npm_lifecycle_event'] === 'cscert';
  return isOurScript && env['INIT_CWD'] && resolve(current) === resolve(root) ? env['INIT_CWD'] : current;
}

/**
 * `CSCERT_HOME`, or the platform's folder for a user's data.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder what a relative `CSCERT_HOME` is relative to
 */
export function stateFolder(env, folder, platform = process.platform, home = homedir()) {
  if (env['CSCERT_HOME']) return resolve(folder, env['CSCERT_HOME']);
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'cscert');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'cscert');
  const dataHome = env['XDG_DATA_HOME'];
  return join(dataHome?.startsWith('/') ? dataHome : join(home, '.local', 'share'), 'cscert');
}

/** @param {string} state */
export function driveFolders(state) {
  return DRIVE_LETTERS.map((letter) => `${letter}=${join(state, 'drives', letter)}`).join(';');
}

/**
 * Without what was meant for this launcher only: a launcher started further down has its own caller.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function withoutCallerFolder({ INIT_CWD: _, ...env }) {
  return env;
}
