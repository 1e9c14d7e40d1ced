import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { REPOSITORY } from '../../../tools/setup/repository.mjs';
import type { FaultPlace } from './places.ts';
import { CA } from './verb-call.ts';

export interface RunspacesRun {
  readonly home: string;
  readonly thumbprints: readonly string[];
  readonly errors: readonly string[];
}

/** Requests in runspaces of one PowerShell, each with an engine of its own, all on one store. */
export async function runRunspaces(
  place: FaultPlace,
  powerShell: string,
  runspaces: number,
  requests: number,
): Promise<RunspacesRun> {
  const home = join(place.root, 'home');
  const temporary = join(place.root, 'temporary');
  mkdirSync(temporary, { recursive: true });
  const script = `
    1..${runspaces} | ForEach-Object -ThrottleLimit ${runspaces} -Parallel {
      Import-Module Lync
      foreach ($number in 1..${requests}) {
        try { "certificate $((Request-CsCertificate -New -Type Default -KeyAlg ECDH_P256 -CA '${CA}').Thumbprint)" }
        catch { "error $($_.FullyQualifiedErrorId) $_" }
      }
    }`;
  const child = spawn(powerShell, ['-NoProfile', '-NonInteractive', '-Command', script], {
    cwd: temporary,
    env: {
      ...process.env,
      CSCERT_HOME: home,
      CSCERT_DEPLOYMENT: place.deployment,
      CSCERT_NODE: process.execPath,
      TMPDIR: temporary,
      PSModulePath: [join(REPOSITORY, 'psmodule'), process.env['PSModulePath']].filter(Boolean).join(delimiter),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout = child.stdout.setEncoding('utf8').toArray();
  const stderr = child.stderr.setEncoding('utf8').toArray();
  const [code] = await once(child, 'close');
  const lines = (await stdout).join('').split('\n');
  const errors = (await stderr).join('').trim();
  return {
    home,
    thumbprints: lines.filter((line) => line.startsWith('certificate ')).map((line) => line.slice(12).trim()),
    errors: [
      ...lines.filter((line) => line.startsWith('error ')),
      ...(code === 0 ? [] : [`PowerShell ended with ${code}`]),
      ...(errors === '' ? [] : [errors]),
    ],
  };
}
