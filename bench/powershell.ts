import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { type Figure, milliseconds, timeFigure } from './figure.ts';
import { inScratchFolder } from './scratch.ts';
import { interleaved, median, quantile, timed } from './statistics.ts';

const MODULES = resolve(import.meta.dirname, '../psmodule');
const ROUNDS = 15;
const CALLS = 300;

/** The module in real PowerShell: its import, and a verb that has no key work to do. */
export function inPowerShell(powerShell: string): Promise<readonly Figure[]> {
  return inScratchFolder(async (folder) => {
    const run = (command: string) => runPowerShell(powerShell, command, folder);
    const times = await interleaved(ROUNDS, {
      bare: () => timed(() => run('1')),
      imported: () => timed(() => run('Import-Module Lync; 1')),
    });
    const bare = median(times.bare);
    const calls = await warmCalls(run);
    return [
      timeFigure(
        'module import',
        median(times.imported) - bare,
        130,
        `bare PowerShell ${milliseconds(bare)}`,
        `median of ${ROUNDS} interleaved starts, what the bare one takes subtracted`,
      ),
      timeFigure(
        'warm verb without key work, p95',
        quantile(calls, 0.95),
        10,
        `p50 ${milliseconds(median(calls))}`,
        `-List with one open request, log pair included, ${CALLS} calls in one PowerShell`,
      ),
    ];
  });
}

async function warmCalls(run: (command: string) => Promise<string>): Promise<number[]> {
  const output = await run(
    [
      "$null = Request-CsCertificate -New -Type Default -KeyAlg ECDH_P256 -Output 'bench.req'",
      'foreach ($i in 1..20) { $null = Request-CsCertificate -List }',
      `foreach ($i in 1..${CALLS}) { $w = [Diagnostics.Stopwatch]::StartNew(); $null = Request-CsCertificate -List; [Console]::WriteLine($w.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)) }`,
    ].join('; '),
  );
  return output.trim().split(/\s+/).map(Number);
}

function runPowerShell(powerShell: string, command: string, folder: string): Promise<string> {
  return new Promise((fulfil, reject) => {
    const child = spawn(powerShell, ['-NoProfile', '-NonInteractive', '-Command', command], {
      cwd: folder,
      env: { ...process.env, PSModulePath: MODULES, CSCERT_HOME: join(folder, 'home'), TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.on('close', (code) => (code === 0 ? fulfil(output) : reject(new Error(`PowerShell ended with ${code}`))));
  });
}
