import type { Method } from '../rpc/connection.ts';

/** Knows whether a call is running. */
export class RunningCalls {
  #running = 0;

  get any(): boolean {
    return this.#running > 0;
  }

  /** The same methods, counted while they run. */
  counted(methods: Readonly<Record<string, Method>>): Readonly<Record<string, Method>> {
    const counted = Object.entries(methods).map(([name, method]): [string, Method] => [
      name,
      async (params, host) => {
        this.#running += 1;
        try {
          return await method(params, host);
        } finally {
          this.#running -= 1;
        }
      },
    ]);
    return Object.fromEntries(counted);
  }
}
