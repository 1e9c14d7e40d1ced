import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findDotnetSdk, runDotnet, runtimeIdentifier } from '../dotnet.mjs';
import { readJson, replaceFolder, writeWhole } from '../files.mjs';
import { fingerprint } from '../fingerprint.mjs';
import { findOnPath, isProgram } from '../programs.mjs';
import { SetUpError } from '../set-up-error.mjs';
import { Stamp } from '../stamp.mjs';
import { isAtLeast, OLDEST_DOTNET_SDK, OLDEST_POWERSHELL } from '../versions.mjs';

const QUESTION = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', '$PSVersionTable.PSVersion.ToString()'];

/**
 * The PowerShell that everything runs in: `CSCERT_POWERSHELL`, a `pwsh` new enough, else the console host of
 * `tools/host`. The choice is also kept in `.setup/powershell.json`.
 * @type {import('../set-up.mjs').Step}
 */
export const powershellStep = {
  title: () => `building the PowerShell host (no pwsh ${OLDEST_POWERSHELL} or later on PATH)`,

  isCurrent(context) {
    const named = process.env['CSCERT_POWERSHELL'];
    const powershell = named ? namedPowerShell(named) : (fullPowerShell(context) ?? builtHost(context));
    if (powershell === undefined) return false;
    if (!named) record(context.root, powershell);
    context.powershell = powershell;
    return true;
  },

  async perform(context) {
    const dotnet = await findDotnetSdk(OLDEST_DOTNET_SDK);
    if (dotnet === undefined) throw new SetUpError(advice());
    const madeFrom = inputs(context.root);
    const next = join(context.root, '.setup', 'pshost.next');
    rmSync(next, { recursive: true, force: true });
    const project = join(context.root, 'tools', 'host', 'PSHost.csproj');
    await runDotnet(
      'the build of the PowerShell host',
      dotnet,
      ['publish', project, '-c', 'Release', '-r', runtimeIdentifier(), '-o', next],
      context.root,
    );
    await replaceFolder(next, join(context.root, '.setup', 'pshost'));
    stampOf(context.root).write(madeFrom);
  },
};

/**
 * @param {string} value
 * @returns {import('../set-up.mjs').PowerShell}
 */
function namedPowerShell(value) {
  const path = /[\\/]/.test(value) ? resolve(value) : findOnPath(value);
  if (path === undefined || !isProgram(path))
    throw new SetUpError(`CSCERT_POWERSHELL names ${value}, which is not a program`);
  return { kind: /pshost(\.exe)?$/i.test(path) ? 'host' : 'pwsh', path };
}

/**
 * @param {import('../set-up.mjs').Context} context
 * @returns {import('../set-up.mjs').PowerShell | undefined}
 */
function fullPowerShell(context) {
  const path = findOnPath('pwsh');
  if (path === undefined) return undefined;
  const version = context.versions.ask(path, QUESTION);
  return version !== undefined && isAtLeast(version, OLDEST_POWERSHELL) ? { kind: 'pwsh', path } : undefined;
}

/**
 * @param {import('../set-up.mjs').Context} context
 * @returns {import('../set-up.mjs').PowerShell | undefined}
 */
function builtHost({ root }) {
  const path = join(root, '.setup', 'pshost', process.platform === 'win32' ? 'pshost.exe' : 'pshost');
  return isProgram(path) && stampOf(root).matches(inputs(root)) ? { kind: 'host', path } : undefined;
}

/**
 * @param {string} root
 * @param {import('../set-up.mjs').PowerShell} powershell
 */
function record(root, powershell) {
  const path = join(root, '.setup', 'powershell.json');
  const known = /** @type {Partial<import('../set-up.mjs').PowerShell> | undefined} */ (readJson(path));
  if (known?.path === powershell.path && known.kind === powershell.kind) return;
  writeWhole(path, `${JSON.stringify({ kind: powershell.kind, path: powershell.path })}\n`);
}

/** @param {string} root */
function inputs(root) {
  return fingerprint(root, ['tools/host'], [process.platform, process.arch]);
}

/** @param {string} root */
function stampOf(root) {
  return new Stamp(root, 'powershell-host');
}

function advice() {
  return `no PowerShell was found: install PowerShell ${OLDEST_POWERSHELL.slice(0, 3)} or later (pwsh), or the .NET SDK 10, with which a small host for it is built`;
}
