import { join } from 'node:path';
import { announce } from './announce.mjs';
import { withLock } from './lock.mjs';
import { KnownVersions } from './programs.mjs';
import { SetUpError } from './set-up-error.mjs';
import { assemblyStep } from './steps/assembly.mjs';
import { codeCacheStep, engineStep } from './steps/engine.mjs';
import { nodeStep } from './steps/node.mjs';
import { packagesStep } from './steps/packages.mjs';
import { powershellStep } from './steps/powershell.mjs';

/**
 * @typedef {object} Program
 * @property {string} path
 * @property {string} version
 *
 * @typedef {object} PowerShell
 * @property {'pwsh' | 'host'} kind
 * @property {string} path
 *
 * What the steps find for those after them and for the caller. A step may count on what the steps before it found.
 * @typedef {object} Context
 * @property {string} root the repository
 * @property {KnownVersions} versions
 * @property {Program} node
 * @property {PowerShell} powershell
 *
 * @typedef {object} Step
 * @property {(context: Context) => string} title what it is about to do
 * @property {(context: Context) => boolean} isCurrent whether there is nothing to do; fast, and without the network
 * @property {(context: Context) => Promise<void>} perform afterwards `isCurrent` is true
 */

/** In this order: each may use what those before it made. */
export const STEPS = [nodeStep, packagesStep, engineStep, codeCacheStep, powershellStep, assemblyStep];

/**
 * Brings the repository into a state where everything can run. Silent and quick when there is nothing to do; two at
 * once do the work once.
 * @param {string} root
 * @param {Step[]} steps
 * @returns {Promise<Context>}
 */
export async function setUp(root, steps = STEPS) {
  const context = /** @type {Context} */ ({ root, versions: new KnownVersions(root) });
  if (steps.every((step) => step.isCurrent(context))) return context;
  return withLock(
    join(root, '.setup', 'lock'),
    (holder) => announce(`waiting for another set-up (${holder})`),
    async () => {
      for (const step of steps) await bringUpToDate(step, context);
      return context;
    },
  );
}

/**
 * @param {Step} step
 * @param {Context} context
 */
async function bringUpToDate(step, context) {
  if (step.isCurrent(context)) return;
  announce(step.title(context));
  await step.perform(context);
  if (!step.isCurrent(context)) {
    throw new SetUpError(
      `${step.title(context)}: its sources changed meanwhile, or its result is not there; run it again`,
    );
  }
}
