import { writeSync } from 'node:fs';

/**
 * One line about set-up, on stderr only. Written with `writeSync`: touching `process.stderr` would put a pipe that the
 * launched program inherits into non-blocking mode.
 * @param {string} text
 */
export function announce(text) {
  let rest = Buffer.from(`set-up: ${text}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(2, rest));
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EAGAIN') return;
    }
  }
}
