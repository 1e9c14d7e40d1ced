/** With what V8 keeps for speed alone; an ordinary full collection leaves that, and it grows for hundreds of calls. */
const EVERYTHING = { type: 'major', execution: 'sync', flavor: 'last-resort' };

/**
 * Gives a function that runs a full collection. V8 is asked for it at its first call, not by `--expose-gc` at the start:
 * with another flag than the code caches were made with, V8 refuses them, and Node's own as well.
 */
export function garbageCollector(): () => void {
  let collect: (() => unknown) | undefined;
  return () => {
    collect ??= exposedCollector();
    collect();
  };
}

function exposedCollector(): () => unknown {
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
  const gc = process.getBuiltinModule('node:vm').runInNewContext('gc');
  return () => gc(EVERYTHING);
}
