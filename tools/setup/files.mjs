import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes beside the target and renames, so that a reader sees the old text or the new one.
 * @param {string} path
 * @param {string} text
 */
export function writeWhole(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * The parsed file, or undefined where there is none or it is not JSON.
 * @param {string} path
 * @returns {unknown}
 */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Puts a finished folder where another may be in use: the old one is moved away first, since its files may be mapped
 * by running programs.
 * @param {string} finished
 * @param {string} target
 */
export async function replaceFolder(finished, target) {
  const old = `${finished}.old`;
  rmSync(old, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) await renameWhenFree(target, old);
  await renameWhenFree(finished, target);
  try {
    rmSync(old, { recursive: true, force: true });
  } catch {
    // Windows keeps loaded files; the next replacement clears them away.
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
async function renameWhenFree(from, to) {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (attempt === 10 || (code !== 'EPERM' && code !== 'EBUSY' && code !== 'EACCES')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
