import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeCases, writes } from './cases.ts';
import { CA, WITH_APPROVAL } from './emulated-deployment.ts';
import {
  encodedCommand,
  runWithStandIn,
  standInEnvironment,
  startWithStandIn,
  temporaryFolder,
} from './module-process.ts';
import { powerShellPath, runScript } from './run-powershell.ts';

const PID = '(Request-CsCertificate -List).RequestId';
const IS_WINDOWS = process.platform === 'win32';

/** A killed child may stay a zombie for a while where pid 1 reaps late: that is dead, too. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Long enough for a machine that is busy with other things; an engine that is left behind stays for ever. */
const LIMIT_MS = 60_000;

async function assertEnds(pid: number): Promise<void> {
  assert.ok(pid > 0, 'no engine was started');
  const deadline = Date.now() + LIMIT_MS;
  while (isAlive(pid)) {
    assert.ok(Date.now() < deadline, `engine ${pid} is still there after ${LIMIT_MS} ms`);
    await sleep(20);
  }
}

/** Waits until the output has a match, and gives its first group as a number; what follows tells that it is whole. */
async function numberIn(child: ChildProcess, pattern: RegExp): Promise<number> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    const number = pattern.exec(text)?.[1];
    if (number !== undefined) return Number(number);
  }
  throw new Error(`no ${pattern} in ${JSON.stringify(text)}`);
}

test('what a PowerShell leaves behind when it ends is in store.db alone', async () => {
  const home = join(temporaryFolder(), 'state');
  const { env } = WITH_APPROVAL;
  const script = `$null = Request-CsCertificate -New -Type Default -CA '${CA}' -KeyAlg ECDH_P256`;
  const { exitCode, stderr } = await runScript(script, { env: { ...env, CSCERT_HOME: home } });
  assert.deepEqual([exitCode, stderr], [0, '']);
  assert.deepEqual(
    readdirSync(home).filter((name) => name.startsWith('store')),
    ['store.db'],
  );
  const database = new DatabaseSync(join(home, 'store.db'), { readOnly: true });
  assert.match(
    String(database.prepare("select friendly_name as name from certificate where store = 'My'").get()?.['name']),
    /./,
  );
  database.close();
});

describe('No engine outlives its PowerShell', () => {
  test('that comes to its end', async () => {
    const { stdout } = await runWithStandIn(PID);
    await assertEnds(Number(stdout));
  });

  test('that removes the module under constrained language, which is no error', async () => {
    const constrain = `$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'`;
    const { stdout, stderr } = await runWithStandIn(`${constrain}; ${PID}; Remove-Module Lync; 'removed'`);
    const [pid, said] = stdout.trim().split(/\r?\n/);
    assert.deepEqual([said, stderr], ['removed', '']);
    await assertEnds(Number(pid));
  });

  test('that exits in the middle', async () => {
    const { stdout, exitCode } = await runWithStandIn(`${PID}; exit 5`);
    assert.equal(exitCode, 5);
    await assertEnds(Number(stdout));
  });

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    test(`that gets ${signal} between two calls`, async () => {
      const child = startWithStandIn(`'pid ' + ${PID}; [Threading.Thread]::Sleep(600000)`, temporaryFolder());
      const engine = await numberIn(child, /pid (\d+)\s/);
      child.kill(signal);
      await assertEnds(engine);
    });
  }

  test('that gets SIGKILL in a call', async () => {
    const child = startWithStandIn('Request-CsCertificate -New -Type Default -Template started', temporaryFolder());
    const engine = await numberIn(child, /started (\d+)\s/);
    child.kill('SIGKILL');
    await assertEnds(engine);
  });

  test('nor the module, in an engine that is busy and no longer listens', async () => {
    // The engine is busy for ever: were it waited for, the script would not come to its end.
    const script = `Request-CsCertificate -New -Type Default -Template busy | ForEach-Object { 'pid ' + $_.RequestId; Remove-Module Lync; 'removed'; exit }`;
    const { stdout } = await runWithStandIn(script);
    await assertEnds(Number(/pid (\d+)/.exec(stdout)?.[1]));
    assert.match(stdout, /removed/);
  });
});

const ALIVE = `function Test-Alive($id) { try { $p = [Diagnostics.Process]::GetProcessById($id); -not $p.WaitForExit(${LIMIT_MS}) } catch { $false } }`;

describeCases('The engine of a session', [
  {
    rule: 'is one for all its calls',
    script: `$first = ${PID}; $first -eq ${PID}`,
    check: writes('True'),
  },
  {
    rule: 'ends with Remove-Module',
    script: `${ALIVE}; $id = ${PID}; Remove-Module Lync; Test-Alive $id`,
    check: writes('False'),
  },
  {
    rule: 'ends with Import-Module -Force',
    script: `${ALIVE}; $id = ${PID}; Import-Module Lync -Force; Test-Alive $id; (Request-CsCertificate -List).RequestStatus`,
    check: writes('False', 'Offline'),
  },
  {
    rule: 'is another in each runspace of ForEach-Object -Parallel, and ends with it',
    // Three wait for each other, so that three runspaces are needed, and each is used twice.
    script: `${ALIVE}; $three = [Threading.Barrier]::new(3); $pairs = 1..6 | ForEach-Object -ThrottleLimit 3 -Parallel { $id = (Request-CsCertificate -New -Type Default -ComputerFqdn "m$_.contoso.com").RequestId; if (-not ($using:three).SignalAndWait(${LIMIT_MS})) { 'alone' }; "$([runspace]::DefaultRunspace.InstanceId) $id" }; $pairs.Count; $ids = $pairs -replace '.* ' | Select-Object -Unique; $ids.Count -eq @($pairs | Select-Object -Unique).Count -and $ids.Count -eq @($pairs -replace ' .*' | Select-Object -Unique).Count -and $ids.Count -ge 3; foreach ($id in $ids) { if (Test-Alive $id) { "left $id" } }`,
    check: writes('6', 'True'),
  },
  {
    rule: 'in ForEach-Object -Parallel gets each call\u2019s own parameters',
    script: `1..8 | ForEach-Object -ThrottleLimit 4 -Parallel { $n = $_; (1..5 | ForEach-Object { ((Request-CsCertificate -New -Type Default -City "c$n-$_").NextStep | ConvertFrom-Json).parameters.City }) -join ' ' } | Sort-Object`,
    check: writes(...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => [1, 2, 3, 4, 5].map((i) => `c${n}-${i}`).join(' '))),
  },
]);

const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
const skipTerminal = hasScript ? false : 'no pseudo-terminal without script(1) of util-linux';
if (!hasScript && !IS_WINDOWS && process.env['CI'] === 'true') throw new Error('script(1) is missing');

describe('Ctrl+C in a terminal', { skip: skipTerminal }, () => {
  test('stops the command at once, ends its engine; the next command starts another, and knows somebody is there', async () => {
    const command = [
      `try { Request-CsCertificate -New -Type Default -Template started } finally { [Console]::WriteLine('finally') }`,
    ].join('; ');
    // A shell that stays in between would answer Ctrl+C with an exit code of its own.
    const line = `exec "${powerShellPath()}" -NoProfile -NoExit -EncodedCommand ${encodedCommand(command)}`;
    const terminal = spawn('script', ['-qfec', line, '/dev/null'], {
      env: { ...standInEnvironment(temporaryFolder()), TERM: 'dumb' },
    });
    try {
      let text = '';
      terminal.stdout.on('data', (chunk) => {
        text += String(chunk);
      });
      const until = async (pattern: RegExp) => {
        const deadline = Date.now() + LIMIT_MS;
        while (!pattern.test(text)) {
          assert.ok(Date.now() < deadline, `no ${pattern} in ${JSON.stringify(text)}`);
          await sleep(20);
        }
        return pattern.exec(text)?.[1] ?? '';
      };

      const engine = Number(await until(/started (\d+)\s/));
      terminal.stdin.write('\x03');
      await until(/finally/);
      await assertEnds(engine);
      terminal.stdin.write(`'next ' + ${PID}\r`);
      const next = Number(await until(/next (\d+)\s/));
      assert.notEqual(next, engine);
      terminal.stdin.write(
        `"interactive $(((Request-CsCertificate -List).NextStep | ConvertFrom-Json).context.interactive)"\r`,
      );
      await until(/interactive (True)/);
      terminal.stdin.write('exit 4\r');
      const [exitCode] = await once(terminal, 'close');
      assert.equal(exitCode, 4);
      await assertEnds(next);
    } finally {
      terminal.kill('SIGKILL');
    }
  });
});
