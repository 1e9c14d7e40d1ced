import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMusl } from './platform.mjs';
import { runQuietly } from './processes.mjs';
import { findOnPath } from './programs.mjs';
import { isAtLeast } from './versions.mjs';

/**
 * The `dotnet` whose newest SDK is at least the given version, or undefined.
 * @param {string} oldest
 */
export async function findDotnetSdk(oldest) {
  const dotnet = findOnPath('dotnet');
  if (dotnet === undefined) return undefined;
  try {
    const list = await runQuietly('dotnet', dotnet, ['--list-sdks'], { cwd: process.cwd(), env: environment() });
    return list.split('\n').some((line) => isAtLeast(line.split(' ')[0] ?? '', oldest)) ? dotnet : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Runs `dotnet` quietly; no server of its build stays behind.
 * @param {string} what
 * @param {string} dotnet
 * @param {string[]} args
 * @param {string} folder
 */
export async function runDotnet(what, dotnet, args, folder) {
  const alone = ['-nodeReuse:false', '-p:UseSharedCompilation=false', '-v:quiet', '-nologo'];
  await withTemporaryFolder((temporary) => {
    const env = { ...environment(), TMPDIR: temporary, TEMP: temporary, TMP: temporary };
    return runQuietly(what, dotnet, [...args, ...alone], { cwd: folder, env });
  });
}

/**
 * A build leaves folders with meaningless names in the temporary folder: it gets one that goes with them, also where
 * set-up is stopped meanwhile.
 * @template T
 * @param {(folder: string) => Promise<T>} work
 */
async function withTemporaryFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'cs-build-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.on('exit', remove);
  try {
    return await work(folder);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

function environment() {
  return { DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1', ...process.env, DOTNET_CLI_USE_MSBUILD_SERVER: '0' };
}

/** .NET's name for this platform, such as `linux-x64`. */
export function runtimeIdentifier() {
  const system = { win32: 'win', darwin: 'osx' }[/** @type {string} */ (process.platform)] ?? process.platform;
  return `${system}${isMusl() ? '-musl' : ''}-${process.arch}`;
}
