import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { isAlive } from '../compatibility/process-memory.ts';
import { temporaryFolder } from './module-process.ts';
import { powerShellKind, runScript } from './run-powershell.ts';

const skip = powerShellKind() === 'host' && process.platform !== 'win32' ? false : 'jobs of a full pwsh are its own';

describe('Start-Job', { skip, concurrency: 2 }, () => {
  it('runs the block in another process: arguments, variables, every stream, the current folder', async () => {
    const { stdout, stderr } = await runScript(`
      $word = 'kept'
      $job = Start-Job -Name work { param($n) "$($n * 2) $using:word $($PID -ne $using:PID) $(Get-Location)"; Write-Warning w; Write-Error e } -ArgumentList 21
      "$(($job | Wait-Job).State) $(Get-Location)"
      Receive-Job -Name work
      Remove-Job -Name work
      @(Get-Job).Count
    `);
    const [state = '', said = '', ...rest] = stdout.trimEnd().split('\n');
    const folder = state.replace('Completed ', '');
    assert.equal(said, `42 kept True ${folder}`);
    assert.deepEqual(rest, ['WARNING: w', '0']);
    assert.match(stderr, /\be\b/);
  });

  it('an error that ends the block fails the job, and Receive-Job gives it to catch', async () => {
    const { stdout } = await runScript(`
      $job = Start-Job { throw 'broken' }
      try { Receive-Job $job -Wait -ErrorAction Stop } catch { "$_ $($job.State)" }
    `);
    assert.equal(stdout, 'broken Failed\n');
  });

  it('Stop-Job ends one at once, and the end of the session every other', async () => {
    const { stdout, exitCode } = await runScript(`
      $jobs = 1..2 | ForEach-Object { Start-Job { $PID; Start-Sleep 600 } }
      $ids = foreach ($job in $jobs) { while (-not ($id = Receive-Job $job)) { [Threading.Thread]::Sleep(50) }; $id }
      Stop-Job $jobs[0]
      $jobs[0].State
      "$ids"
    `);
    assert.equal(exitCode, 0);
    const [state, ids = ''] = stdout.trimEnd().split('\n');
    assert.equal(state, 'Stopped');
    const processes = ids.split(' ').map(Number);
    assert.equal(processes.length, 2);
    for (const id of processes) await ended(id);
  });

  it('has the drives of the session, and begins where it stands', async () => {
    const drive = join(temporaryFolder(), 'C');
    mkdirSync(join(drive, 'Jobs'), { recursive: true });
    writeFileSync(
      join(drive, 'Jobs', 'One.ps1'),
      '"script $args $(Test-Path C:\\jobs\\ONE.ps1) $(Split-Path -Leaf (Get-Location))"',
    );
    const { stdout, stderr } = await runScript(
      'Set-Location C:\\Jobs; Start-Job -FilePath C:\\Jobs\\One.ps1 -ArgumentList 1 | Receive-Job -Wait -AutoRemoveJob',
      { env: { PSHOST_DRIVES: `C=${drive}` } },
    );
    assert.deepEqual([stdout, stderr], ['script 1 True Jobs\n', '']);
  });
});

/** Long enough for a machine that is busy with other things; a job that is left behind stays for ten minutes. */
const LIMIT_MS = 60_000;

async function ended(id: number): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  while (isAlive(id)) {
    assert.ok(Date.now() < deadline, `process ${id} goes on`);
    await setTimeout(25);
  }
}
