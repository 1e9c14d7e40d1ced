import { mkdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { readJson, writeWhole } from './files.mjs';

const HEARTBEAT_MS = 2_000;
const POLL_MS = 200;
/** A holder elsewhere (another container on the same folder) cannot be asked whether it lives: its silence counts. */
const SILENCE_ELSEWHERE_MS = 60_000;
const SILENCE_HERE_MS = 600_000;

/**
 * Does the work while no other process does such work under the same lock folder; waits for one that is at it.
 * @template T
 * @param {string} folder
 * @param {(holder: string) => void} onWait called once when there is somebody to wait for
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, onWait, work) {
  let waiting = false;
  while (!take(folder)) {
    if (breakAbandoned(folder)) continue;
    if (!waiting) onWait(describe(folder));
    waiting = true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const release = () => giveUp(folder);
  const heartbeat = setInterval(() => touch(folder), HEARTBEAT_MS);
  process.on('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

/**
 * Takes the lock by renaming a folder that already names its owner: there is no moment without an owner.
 * @param {string} folder
 */
function take(folder) {
  const prepared = besides(folder);
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(prepared);
  writeWhole(join(prepared, 'owner.json'), JSON.stringify({ host: hostname(), process: process.pid }));
  try {
    renameSync(prepared, folder);
    return true;
  } catch (error) {
    rmSync(prepared, { recursive: true, force: true });
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM' || code === 'EACCES') return false;
    throw error;
  }
}

/**
 * Renamed before it is emptied: a folder emptied in its place could be taken over by another's rename before it is
 * removed.
 * @param {string} folder
 */
function giveUp(folder) {
  const old = besides(folder);
  try {
    renameSync(folder, old);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return;
    // Windows renames no folder while somebody reads in it; nor does it rename another onto an emptied one.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    return;
  }
  rmSync(old, { recursive: true, force: true });
}

/**
 * A name in the same folder that nobody else uses.
 * @param {string} folder
 */
function besides(folder) {
  return `${folder}.${process.pid}.${Math.random().toString(36).slice(2)}`;
}

/**
 * Clears away a lock whose holder is gone. Only one process at a time may do so: another would remove the lock that
 * the first one has just taken.
 * @param {string} folder
 */
function breakAbandoned(folder) {
  if (!isAbandoned(folder)) return false;
  const breaking = `${folder}.breaking`;
  try {
    mkdirSync(breaking);
  } catch {
    if (silence(breaking) > SILENCE_ELSEWHERE_MS) rmSync(breaking, { recursive: true, force: true });
    return false;
  }
  try {
    if (isAbandoned(folder)) giveUp(folder);
    return true;
  } finally {
    rmSync(breaking, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function isAbandoned(folder) {
  const owner = ownerOf(folder);
  if (owner === undefined) return silence(folder) > SILENCE_ELSEWHERE_MS;
  if (owner.host !== hostname()) return silence(folder) > SILENCE_ELSEWHERE_MS;
  return !isAlive(owner.process) || silence(folder) > SILENCE_HERE_MS;
}

/**
 * @param {string} folder
 * @returns {{ host: string, process: number } | undefined}
 */
function ownerOf(folder) {
  const owner = /** @type {{ host?: unknown, process?: unknown } | undefined} */ (readJson(join(folder, 'owner.json')));
  if (typeof owner?.host !== 'string' || typeof owner.process !== 'number') return undefined;
  return { host: owner.host, process: owner.process };
}

/** @param {string} folder */
function describe(folder) {
  const owner = ownerOf(folder);
  return owner === undefined ? 'another process' : `process ${owner.process}`;
}

/** @param {number} id */
function isAlive(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Milliseconds since the holder last gave a sign of life.
 * @param {string} folder
 */
function silence(folder) {
  try {
    return Date.now() - statSync(folder).mtimeMs;
  } catch {
    return 0;
  }
}

/** @param {string} folder */
function touch(folder) {
  try {
    utimesSync(folder, new Date(), new Date());
  } catch {
    // Gone or not ours to touch: the next beat tries again.
  }
}
