import { readdirSync, readFileSync } from 'node:fs';

/** A process that the system itself holds cannot be ended. */
const ROUNDS = 50;

/**
 * Ends the processes that were given this folder in their environment, until there is none: what a run has started,
 * also where its parent has gone before. Where the system does not show environments (not Linux), nothing.
 */
export function endUsersOf(folder: string): void {
  let users = usersOf(folder);
  for (let round = 0; round < ROUNDS && users.length > 0; round++) {
    for (const id of users) end(id);
    users = usersOf(folder);
  }
}

function usersOf(folder: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  const ids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return ids.filter((id) => id !== process.pid && environmentOf(id).includes(`=${folder}`));
}

/** Empty for a process that has ended, or is another user's. */
function environmentOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/environ`, 'latin1');
  } catch {
    return '';
  }
}

function end(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
