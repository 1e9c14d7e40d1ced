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
  return process.getBuiltinModule('node:vm').runInNewContext('gc');
}
