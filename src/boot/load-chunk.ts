import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Script } from 'node:vm';

/*
 * Loads one bundled chunk beside the running bundle, with V8's code cache where set-up has made one. The cache is
 * made after a real run, so that it holds the functions a command needs and start-up compiles nothing. V8 does not
 * check a cache's content: ours starts with a SHA-256 over source and data, and is bound to Node's version.
 */

interface LoadedChunk {
  readonly script: Script;
  readonly source: Buffer;
  readonly exports: unknown;
}

const loaded = new Map<string, LoadedChunk>();
const DIGEST_LENGTH = 32;

/** The exports of `<name>.cjs`; the caller names their type by the chunk's source module. */
export function loadChunk(folder: string, name: string): unknown {
  const present = loaded.get(name);
  if (present !== undefined) return present.exports;
  const filename = join(folder, `${name}.cjs`);
  const source = readFileSync(filename);
  const cachedData = readCache(cachePath(folder, name), source);
  // Taken on use, as everything that the first answer does not need.
  const vm = process.getBuiltinModule('node:vm');
  const { createRequire, Module } = process.getBuiltinModule('node:module');
  const script = new vm.Script(Module.wrap(source.toString('utf8')), {
    filename,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} };
  const run = script.runInThisContext();
  run(module.exports, createRequire(filename), module, filename, dirname(filename));
  loaded.set(name, { script, source, exports: module.exports });
  return module.exports;
}

/** Writes a cache for every chunk loaded so far; run after the work worth caching was done. */
export function writeCodeCaches(folder: string): void {
  for (const [name, { script, source }] of loaded) {
    const data = script.createCachedData();
    const path = cachePath(folder, name);
    const temporary = `${path}.${process.pid}`;
    writeFileSync(temporary, Buffer.concat([digest(source, data), data]));
    renameSync(temporary, path);
  }
}

function cachePath(folder: string, name: string): string {
  return join(folder, `${name}.${process.version}-${process.arch}.cache`);
}

function readCache(path: string, source: Buffer): Buffer | undefined {
  try {
    const content = readFileSync(path);
    const data = content.subarray(DIGEST_LENGTH);
    return content.subarray(0, DIGEST_LENGTH).equals(digest(source, data)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Taken on use: loading node:crypto would cost the first answer a tenth of its time. */
function digest(source: Buffer, data: Buffer): Buffer {
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(source).update(data).digest();
}
