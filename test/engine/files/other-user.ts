import { chownSync } from 'node:fs';

/** `nobody` on every Unix. */
const NOBODY = 65_534;

/** Whether this account may give files away, so that a test can have one of somebody else's. */
export const mayGiveAway = process.geteuid?.() === 0;

export function giveAway(path: string): void {
  chownSync(path, NOBODY, NOBODY);
}

/** A folder that belongs to somebody else on every Unix where the tests do not run as root. */
export const FOLDER_OF_ROOT = '/usr';
