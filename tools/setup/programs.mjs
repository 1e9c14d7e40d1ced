import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, extname, join } from 'node:path';
import { readJson, writeWhole } from './files.mjs';

/**
 * The full path of a program on PATH, or undefined.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
export function findOnPath(name, env = process.env) {
  const extensions = process.platform === 'win32' && extname(name) === '' ? ['.exe', '.cmd'] : [''];
  for (const folder of (env['PATH'] ?? env['Path'] ?? '').split(delimiter)) {
    for (const extension of folder === '' ? [] : extensions) {
      const path = join(folder, name + extension);
      if (isProgram(path)) return path;
    }
  }
  return undefined;
}

/** @param {string} path */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Versions that programs gave, remembered by path, size and time of change: `.setup/versions.json`. */
export class KnownVersions {
  #path;

  /** @param {string} root */
  constructor(root) {
    this.#path = join(root, '.setup', 'versions.json');
  }

  /**
   * What the program prints when asked for its version, trimmed; undefined when it does not run.
   * @param {string} program
   * @param {string[]} question its arguments
   * @returns {string | undefined}
   */
  ask(program, question) {
    const key = identify(program);
    if (key === undefined) return undefined;
    const known = /** @type {Record<string, string>} */ (readJson(this.#path) ?? {});
    const remembered = known[key];
    if (remembered !== undefined) return remembered;
    const answer = spawnSync(program, question, {
      encoding: 'utf8',
      timeout: 60_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (answer.status !== 0) return undefined;
    this.#remember({ ...known, [key]: answer.stdout.trim() });
    return answer.stdout.trim();
  }

  /** @param {Record<string, string>} known */
  #remember(known) {
    try {
      writeWhole(this.#path, `${JSON.stringify(known, undefined, 2)}\n`);
    } catch {
      // A folder that cannot be written to only costs the question again.
    }
  }
}

/** @param {string} program */
function identify(program) {
  try {
    const { size, mtimeMs } = statSync(program);
    return `${program} ${size} ${mtimeMs}`;
  } catch {
    return undefined;
  }
}
