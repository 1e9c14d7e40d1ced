import { announce } from './announce.mjs';
import { SetUpError } from './set-up-error.mjs';

/**
 * Runs a launcher's body; what stops it is told in one piece, with exit code 1.
 * @param {() => Promise<void>} body
 */
export async function reportFailure(body) {
  try {
    await body();
  } catch (error) {
    announce(error instanceof SetUpError ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
}
