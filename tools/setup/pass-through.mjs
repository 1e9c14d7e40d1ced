import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { announce } from './announce.mjs';

/** From the terminal these reach the child as well, which decides what they mean. */
const LEFT_TO_THE_CHILD = /** @type {const} */ (['SIGINT', 'SIGQUIT']);
const FORWARDED = /** @type {const} */ (['SIGTERM', 'SIGHUP']);

/**
 * Runs a program in this process's stead: its streams are ours, its arguments are passed as they are, and this
 * process ends as it does (128 + n after signal n).
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env: NodeJS.ProcessEnv }} options
 */
export function passThrough(program, args, options) {
  const child = spawn(program, args, { ...options, stdio: 'inherit' });
  for (const signal of LEFT_TO_THE_CHILD) process.on(signal, () => {});
  for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    announce(`${program} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 128 + constants.signals[signal]));
}
