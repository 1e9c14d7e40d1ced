import { setTimeout } from 'node:timers/promises';

/** Waits as long as it says, in milliseconds. */
export async function systemPause(milliseconds: number): Promise<void> {
  await setTimeout(milliseconds);
}
