import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, it } from 'node:test';
import { isolatedEnvironment, powerShellPath, runPowerShell, runScript } from './run-powershell.ts';

describe('streams', { concurrency: 2 }, () => {
  it('errors go to standard error, everything else to standard output', async () => {
    const result = await runScript(`
      Write-Output o
      Write-Host h
      Write-Warning w
      Write-Verbose v -Verbose
      Write-Debug d -Debug
      Write-Information i -InformationAction Continue
      Write-Progress p
      Write-Error e
      [Console]::Error.WriteLine('raw')
    `);
    assert.equal(result.stdout, 'o\nh\nWARNING: w\nVERBOSE: v\nDEBUG: d\ni\n');
    assert.match(result.stderr, /\be\b[\s\S]*raw\n$/);
    assert.equal(result.exitCode, 0);
  });

  it('preferences and actions decide what is shown', async () => {
    const result = await runScript(`
      $WarningPreference = 'SilentlyContinue'; Write-Warning no
      $VerbosePreference = 'Continue'; Write-Verbose yes
      Write-Verbose no -Verbose:$false
      Write-Error no -ErrorAction SilentlyContinue
      Write-Error no -ErrorAction Ignore
      $ErrorActionPreference = 'Stop'
      try { Write-Error caught } catch { "caught: $_" }
      Write-Warning w 3>&1 -WarningAction Continue | ForEach-Object { "redirected: $_ $($_.GetType().Name)" }
    `);
    assert.deepEqual(result, {
      stdout: 'VERBOSE: yes\ncaught: caught\nredirected: w WarningRecord\n',
      stderr: '',
      exitCode: 0,
      signal: null,
    });
  });

  it('there is no colour where output is not a terminal', async () => {
    const text = 'Write-Host x -ForegroundColor Red; Write-Error e; Write-Warning w; [pscustomobject]@{ a = 1 }';
    const result = await runPowerShell(['-NoProfile', '-c', text]);
    assert.ok(!`${result.stdout}${result.stderr}`.includes('\u001b'));
  });

  it('redirections write files, merge and append', async () => {
    const result = await runScript(`
      Set-Location $HOME
      'a' > f; 'b' >> f; Get-Content f
      Write-Error e 2> err; (Get-Content err -Raw) -match 'e'
      & { 'o'; Write-Warning w; Write-Error e } *> all; (Get-Content all).Count -ge 3
      Write-Error m 2>&1 | ForEach-Object { $_.GetType().Name }
      [pscustomobject]@{ Left = 1; Right = 2 } > table; (Get-Content table) -match 'Left'
      'gone' > $null
    `);
    assert.equal(result.stdout, 'a\nb\nTrue\nTrue\nErrorRecord\nLeft Right\n');
    assert.equal(result.stderr, '');
  });

  it('pipes run into and out of native programs', async () => {
    const result = await runScript(`
      'b', 'a' | sort
      1..3 | wc -l | ForEach-Object { "lines: $($_.Trim())" }
      sh -c 'echo out; echo err >&2' 2>&1 | ForEach-Object { "$_" } | Sort-Object
      sh -c 'exit 4'; $LASTEXITCODE; $?
    `);
    assert.equal(result.stdout, 'a\nb\nlines: 3\nerr\nout\n4\nTrue\n');
  });

  it('a reader that goes away does no harm', async () => {
    const child = spawn(powerShellPath(), ['-NoProfile', '-c', '1..20000'], {
      env: isolatedEnvironment('/nonexistent'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.on('close', resolve));
    assert.doesNotMatch(stderr, /Unhandled| {3}at /);
  });

  it('an open standard input is not waited for', async () => {
    const child = spawn(powerShellPath(), ['-NoProfile', '-c', "'done'"], { stdio: ['pipe', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk;
    });
    // It ends while its standard input is open; what it wrote is read when its streams are closed, too.
    const exitCode = await new Promise((resolve) => child.on('close', resolve));
    assert.deepEqual([stdout, exitCode], ['done\n', 0]);
  });

  it('parallel runspaces have the everyday cmdlets too', async () => {
    const result = await runScript(`
      1..6 | ForEach-Object -Parallel {
        function f { ConvertTo-Json -Compress @{ n = $args[0] } }
        f $_
      } -ThrottleLimit 3 | Sort-Object
      $p = [powershell]::Create(); $p.AddScript('Get-Item / | Select-Object -ExpandProperty FullName').Invoke()
    `);
    assert.equal(result.stderr, '');
    assert.equal(result.stdout, `${[1, 2, 3, 4, 5, 6].map((n) => `{"n":${n}}\n`).join('')}/\n`);
  });
});
