import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OUTPUT_FOLDERS = new Set(['node_modules', 'bin', 'obj', 'generated']);

/**
 * A digest of the names and contents of files, whole folders included; what a build leaves in them does not count.
 * A missing path counts as missing, so that its arrival changes the digest.
 * @param {string} root
 * @param {string[]} paths relative to the root
 * @param {string[]} facts further inputs, such as a version
 */
export function fingerprint(root, paths, facts = []) {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`fact ${JSON.stringify(fact)}\n`);
  for (const path of paths) addPath(hash, root, path);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} root
 * @param {string} path
 */
function addPath(hash, root, path) {
  try {
    const content = readFileSync(join(root, path));
    hash.update(`file ${JSON.stringify(path)} ${content.length}\n`).update(content);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EISDIR') addFolder(hash, root, path);
    else if (code === 'ENOENT') hash.update(`missing ${JSON.stringify(path)}\n`);
    else throw error;
  }
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} root
 * @param {string} folder
 */
function addFolder(hash, root, folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) addPath(hash, root, path);
    else if (!OUTPUT_FOLDERS.has(entry.name)) addFolder(hash, root, path);
  }
}
