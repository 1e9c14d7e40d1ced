import { spawn } from 'node:child_process';
import { SetUpError } from './set-up-error.mjs';

const FIRST_LINES = 15;
const LAST_LINES = 40;
const STOPPING = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program to its end without showing its output, which becomes part of the error when it fails.
 * @param {string} what for the error: `npm ci`, `the build of …`
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>} what it printed
 */
export function runQuietly(what, program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const output = /** @type {Buffer[]} */ ([]);
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      child.kill(signal);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    for (const signal of STOPPING) process.on(signal, stop);
    /** @param {SetUpError} [error] */
    const finish = (error) => {
      for (const signal of STOPPING) process.off(signal, stop);
      if (error) reject(error);
      else resolve(Buffer.concat(output).toString());
    };
    child.on('error', (error) => finish(new SetUpError(`${what} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) finish();
      else
        finish(new SetUpError(`${what} failed (${signal ?? `exit code ${code}`}):\n${excerpt(Buffer.concat(output))}`));
    });
  });
}

/**
 * What matters is said at the beginning or at the end.
 * @param {Buffer} output
 */
function excerpt(output) {
  const lines = output.toString().trimEnd().split(/\r?\n/);
  if (lines.length <= FIRST_LINES + LAST_LINES) return lines.join('\n');
  return [...lines.slice(0, FIRST_LINES), '…', ...lines.slice(-LAST_LINES)].join('\n');
}
