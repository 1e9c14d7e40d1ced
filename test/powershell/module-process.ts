import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import {
  isolatedEnvironment,
  type PowerShellOptions,
  type PowerShellResult,
  powerShellPath,
  runScript,
} from './run-powershell.ts';

/** The stand-in engine: speaks the protocol, and does what the scenario in -Template says. */
export const STAND_IN = join(import.meta.dirname, '..', 'fixtures', 'powershell', 'stand-in-engine.mjs');

const WITH_STAND_IN = { CSCERT_ENGINE: STAND_IN, CSCERT_NODE: process.execPath };

/** A folder of the test file's own, removed after its last test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cs-module-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a script text to its end, with the stand-in for an engine. */
export function runWithStandIn(script: string, options: PowerShellOptions = {}): Promise<PowerShellResult> {
  return runScript(script, { ...options, env: { ...WITH_STAND_IN, ...options.env } });
}

/** Starts PowerShell with a script text as its command; the caller waits for output, talks to it or kills it. */
export function startWithStandIn(
  script: string,
  home: string,
  env: PowerShellOptions['env'] = {},
): ChildProcessWithoutNullStreams {
  const args = ['-NoProfile', '-NonInteractive', '-EncodedCommand', encodedCommand(script)];
  return spawn(powerShellPath(), args, { cwd: home, env: standInEnvironment(home, env) });
}

export function standInEnvironment(home: string, env: PowerShellOptions['env'] = {}): NodeJS.ProcessEnv {
  return { ...isolatedEnvironment(home), ...WITH_STAND_IN, ...env };
}

/** A script text as -EncodedCommand takes it. */
export function encodedCommand(script: string): string {
  return Buffer.from(script, 'utf16le').toString('base64');
}
