import { join } from 'node:path';
import { readJson } from '../files.mjs';
import { fingerprint } from '../fingerprint.mjs';
import { npmCi } from '../npm.mjs';
import { Stamp } from '../stamp.mjs';

const LOCK = 'package-lock.json';

/**
 * @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} LockFile
 */

/**
 * The npm packages, as the lock file has them.
 * @type {import('../set-up.mjs').Step}
 */
export const packagesStep = {
  title: () => 'installing packages (npm ci)',

  isCurrent(context) {
    const madeFrom = inputs(context);
    const stamp = stampOf(context);
    const installed = /** @type {LockFile | undefined} */ (readJson(join(context.root, 'node_modules', `.${LOCK}`)));
    if (installed === undefined) return false;
    if (stamp.matches(madeFrom)) return true;
    // Somebody's own `npm ci` will do, and is not thrown away.
    const wanted = /** @type {LockFile | undefined} */ (readJson(join(context.root, LOCK)));
    if (wanted === undefined || !isSame(wanted, installed)) return false;
    stamp.write(madeFrom);
    return true;
  },

  async perform(context) {
    const madeFrom = inputs(context);
    stampOf(context).clear();
    await npmCi(context.node.path, context.root);
    stampOf(context).write(madeFrom);
  },
};

/**
 * @param {LockFile} wanted
 * @param {LockFile} installed
 */
export function isSame(wanted, installed) {
  const wantedPackages = wanted.packages ?? {};
  const installedPackages = installed.packages ?? {};
  const isThere = Object.entries(wantedPackages).every(
    ([path, { version, optional }]) =>
      path === '' || installedPackages[path]?.version === version || (optional && !(path in installedPackages)),
  );
  return isThere && Object.keys(installedPackages).every((path) => path in wantedPackages);
}

/** @param {import('../set-up.mjs').Context} context */
function inputs(context) {
  return fingerprint(context.root, [LOCK], [process.platform, process.arch]);
}

/** @param {import('../set-up.mjs').Context} context */
function stampOf(context) {
  return new Stamp(context.root, 'packages');
}
