import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licence texts of the packages in a bundle and the legal comments that the bundler took out of it, in one text.
 * The bundler's own files are removed.
 * @param {string} root
 * @param {string[]} inputs the bundled files, relative to the root
 * @param {string} folder where the bundles are
 */
export function collectLicences(root, inputs, folder) {
  const packages = [...new Set(inputs.map(packageFolder).filter((path) => path !== undefined))].sort();
  const parts = packages.map((path) => `${describe(join(root, path))}\n\n${licenceText(join(root, path))}`);
  const comments = takeComments(folder);
  const text = [...parts, ...(comments === '' ? [] : [`Comments in the sources\n\n${comments}`])].join(
    `\n\n${'-'.repeat(80)}\n\n`,
  );
  return `The engine contains the following packages.\n\n${'-'.repeat(80)}\n\n${text}\n`;
}

/**
 * @param {string} input
 * @returns {string | undefined} such as `node_modules/@peculiar/x509`
 */
function packageFolder(input) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

/** @param {string} folder */
function describe(folder) {
  const { name, version, license } = /** @type {Record<string, string>} */ (
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  );
  return `${name} ${version} (${license ?? 'see below'})`;
}

/** @param {string} folder */
function licenceText(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').trim();
  const { author } = /** @type {{ author?: string | { name?: string } }} */ (
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  );
  const name = typeof author === 'string' ? author : author?.name;
  return `The package carries no licence file.${name === undefined ? '' : ` Author: ${name}`}`;
}

/** @param {string} folder */
function takeComments(folder) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.LEGAL.txt')) : [];
  const comments = files.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8').trim();
    rmSync(join(folder, name));
    return text.split(/\n(?=\/[*!/])/);
  });
  return [...new Set(comments.map((comment) => comment.trim()))].join('\n');
}
