import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readJson } from '../files.mjs';
import { fingerprint } from '../fingerprint.mjs';
import { npmCi } from '../npm.mjs';
import { isMusl } from '../platform.mjs';
import { findOnPath, isProgram } from '../programs.mjs';
import { SetUpError } from '../set-up-error.mjs';
import { Stamp } from '../stamp.mjs';
import { isAtLeast, OLDEST_NODE } from '../versions.mjs';

const QUESTION = ['--version'];
const MANIFEST = ['tools/node/package.json', 'tools/node/package-lock.json'];

/**
 * The Node that everything runs under: `CSCERT_NODE`, the one at hand when new enough, else a package from npm.
 * @type {import('../set-up.mjs').Step}
 */
export const nodeStep = {
  title: () => `installing Node (this is ${process.version}, ${OLDEST_NODE} or later is needed)`,

  isCurrent(context) {
    const node = named(context) ?? atHand(context) ?? installed(context);
    if (node === undefined) return false;
    context.node = node;
    return true;
  },

  async perform(context) {
    if (!hasPackage(context.root)) throw new SetUpError(advice());
    const folder = join(context.root, '.setup', 'node');
    mkdirSync(folder, { recursive: true });
    for (const path of MANIFEST) copyFileSync(join(context.root, path), join(folder, path.slice('tools/node/'.length)));
    await npmCi(process.execPath, folder);
    const node = installedPath(context.root);
    if (node === undefined || context.versions.ask(node, QUESTION) === undefined) throw new SetUpError(advice());
    stampOf(context).write(inputs(context));
  },
};

/** @param {import('../set-up.mjs').Context} context */
function named(context) {
  const value = process.env['CSCERT_NODE'];
  if (!value) return undefined;
  const path = resolve(value);
  const version = context.versions.ask(path, QUESTION);
  if (version !== undefined && isAtLeast(version, OLDEST_NODE)) return { path, version };
  const found = version === undefined ? 'which does not run' : `which is ${version}`;
  throw new SetUpError(`CSCERT_NODE names ${path}, ${found}; Node ${OLDEST_NODE} or later is needed`);
}

/** @param {import('../set-up.mjs').Context} context */
function atHand(context) {
  if (isAtLeast(process.version, OLDEST_NODE)) return { path: process.execPath, version: process.version };
  const path = findOnPath('node');
  if (path === undefined || path === process.execPath) return undefined;
  const version = context.versions.ask(path, QUESTION);
  return version !== undefined && isAtLeast(version, OLDEST_NODE) ? { path, version } : undefined;
}

/** @param {import('../set-up.mjs').Context} context */
function installed(context) {
  const path = installedPath(context.root);
  if (path === undefined || !stampOf(context).matches(inputs(context))) return undefined;
  const version = context.versions.ask(path, QUESTION);
  return version === undefined ? undefined : { path, version };
}

/** @param {string} root */
function installedPath(root) {
  const folder = join(root, '.setup', 'node', 'node_modules', platformPackage());
  const manifest = /** @type {{ bin?: { node?: string } } | undefined} */ (readJson(join(folder, 'package.json')));
  const path = manifest?.bin?.node === undefined ? undefined : join(folder, manifest.bin.node);
  return path !== undefined && isProgram(path) ? path : undefined;
}

/** @param {import('../set-up.mjs').Context} context */
function inputs(context) {
  return fingerprint(context.root, MANIFEST, [platformPackage()]);
}

/** @param {import('../set-up.mjs').Context} context */
function stampOf(context) {
  return new Stamp(context.root, 'node');
}

/**
 * Whether npm has a Node for this machine. Its Linux packages need glibc.
 * @param {string} root
 */
function hasPackage(root) {
  const manifest = /** @type {{ optionalDependencies: Record<string, string> }} */ (
    readJson(join(root, 'tools', 'node', 'package.json'))
  );
  return platformPackage() in manifest.optionalDependencies && !isMusl();
}

function platformPackage() {
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

function advice() {
  const machine = `${process.platform} ${process.arch}`;
  return `Node ${OLDEST_NODE} or later is needed, this is ${process.version} and npm has none that runs here (${machine}): install Node 24 from nodejs.org, or name a Node in CSCERT_NODE`;
}
