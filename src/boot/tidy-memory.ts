import type { Method } from '../rpc/connection.ts';

/** Collecting everything takes some 30 ms, so one in fifty calls may wait for it. */
const CALLS = 50;
/** The answer to the call goes out first. */
const AFTER_THE_ANSWER_MS = 1;

/**
 * The same methods, with the garbage taken out from time to time. V8 by itself lets the old generation and compiled
 * code grow for hundreds of calls, which a runbook that renews certificates all night would see as a leak.
 */
export function tidyMemory(
  methods: Readonly<Record<string, Method>>,
  collect: () => void,
): Readonly<Record<string, Method>> {
  let calls = 0;
  const tidied = Object.entries(methods).map(([name, method]): [string, Method] => [
    name,
    async (params, host) => {
      try {
        return await method(params, host);
      } finally {
        calls++;
        if (calls % CALLS === 0) setTimeout(collect, AFTER_THE_ANSWER_MS);
      }
    },
  ]);
  return Object.fromEntries(tidied);
}
