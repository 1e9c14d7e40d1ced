import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { powerShellPath } from '../powershell/run-powershell.ts';
import { makePlace, type Place } from './harness/place.ts';
import { environment, runCscert, runPowerShell } from './harness/programs.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;
const INTERRUPT = '\u0003';
const ESCAPE = '\u001b';
/** For what never comes; what comes takes seconds at most, on a busy machine too. */
const LIMIT_MS = 120_000;

/** PowerShell on a pseudo-terminal, by way of script(1). What it shows is waited for, not timed. */
class Terminal implements AsyncDisposable {
  readonly #child;
  readonly #closed: Promise<number | null>;
  #shown = '';
  #read = 0;

  constructor(place: Place, env: Readonly<Record<string, string | undefined>> = {}) {
    const command = `stty cols 200 rows 50; exec '${powerShellPath()}' -NoLogo -NoProfile`;
    this.#child = spawn('script', ['-q', '-e', '-f', '-c', command, '/dev/null'], {
      cwd: place.work,
      env: environment(place, { TERM: 'xterm-256color', ...env }),
    });
    this.#child.stdout.on('data', (chunk: Buffer) => {
      this.#shown += chunk.toString();
    });
    this.#child.stdin.on('error', () => undefined);
    const { promise, resolve } = Promise.withResolvers<number | null>();
    this.#child.on('close', resolve);
    this.#closed = promise;
  }

  get shown(): string {
    return this.#shown;
  }

  type(text: string): void {
    this.#child.stdin.write(text);
  }

  /** Waits for a text after those waited for before; gives what was shown until then. */
  async sees(text: string): Promise<string> {
    for (const end = Date.now() + LIMIT_MS; Date.now() < end; await sleep(10)) {
      const found = this.#shown.indexOf(text, this.#read);
      if (found < 0) continue;
      const before = this.#shown.slice(this.#read, found);
      this.#read = found + text.length;
      return before;
    }
    throw new Error(`waited for ${JSON.stringify(text)} in ${JSON.stringify(this.#shown.slice(-3000))}`);
  }

  /** Types a line and waits until it is done; gives what it showed. The mark is put together, so that its echo is none. */
  async run(line: string): Promise<string> {
    this.type(`${line}; 'do' + 'ne:'\r`);
    return this.sees('done:');
  }

  async leave(): Promise<number | null> {
    this.type('exit 7\r');
    return this.#closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }
}

async function open(place: Place, env?: Readonly<Record<string, string | undefined>>): Promise<Terminal> {
  const terminal = new Terminal(place, env);
  await terminal.sees('> ');
  await terminal.run('if (Get-Module PSReadLine) { Remove-Module PSReadLine }');
  return terminal;
}

describe('at a terminal', { concurrency: 2 }, () => {
  test('Remove asks about a certificate in use, and the answer counts; not with -Force or -Confirm:$false', async () => {
    using place = makePlace();
    await using terminal = await open(place);
    await terminal.run(`Request-CsCertificate -New -Type Default -CA '${CA}' | Set-CsCertificate`);
    for (const [answer, count] of [
      ['n', '1'],
      ['y', '0'],
    ] as const) {
      terminal.type('Remove-CsCertificate -Type Default\r');
      await terminal.sees('is in use for the type "Default". Do you want to remove it?');
      await terminal.sees('"Y"');
      terminal.type(`${answer}\r`);
      assert.match(await terminal.run(`'count ' + @(Get-CsCertificate).Count`), new RegExp(`count ${count}`));
    }
    for (const quiet of ['-Force', '-Confirm:$false']) {
      await terminal.run(
        'Set-CsCertificate -Type Default -Thumbprint (Get-ChildItem Cert:\\LocalMachine\\My)[0].Thumbprint',
      );
      const shown = await terminal.run(
        `Remove-CsCertificate -Type Default ${quiet}; 'count ' + @(Get-CsCertificate).Count`,
      );
      assert.match(shown, /count 0/);
      assert.doesNotMatch(shown, /Do you want/);
    }
    assert.equal(await terminal.leave(), 7);
  });

  test('-Confirm asks once, says what and with which subject, and the typed answer counts', async () => {
    using place = makePlace();
    await using terminal = await open(place);
    for (const [answer, count] of [
      ['n', '0'],
      ['y', '1'],
      ['?\ry', '1'],
    ] as const) {
      terminal.type(`$x = Request-CsCertificate -New -Type Default -CA '${CA}' -Confirm\r`);
      const asked = await terminal.sees('(default is "Y")');
      assert.match(asked, /Request a certificate for use "Default" from the certification authority \(CA\)/);
      assert.match(asked, /Subject: CN=pool1\.litwareinc\.com/);
      terminal.type(`${answer}\r`);
      assert.match(await terminal.run('"count $(@($x).Count)"'), new RegExp(`count ${count}\\s*$`));
    }
    assert.equal(await terminal.leave(), 7);
  });

  test('-Verbose is coloured on a terminal, and plain in a pipe or under NO_COLOR', async () => {
    using place = makePlace();
    const line = `Request-CsCertificate -New -Type Default -CA '${CA}' -Verbose`;
    await using coloured = await open(place, { NO_COLOR: undefined });
    const shown = await coloured.run(line);
    const about = shown.slice(shown.indexOf('Creating new log file') - 40, shown.indexOf('Creating new log file'));
    assert.ok(about.includes(ESCAPE), JSON.stringify(about));
    const piped = await runPowerShell(place, ['-Command', line], {
      env: { NO_COLOR: undefined, TERM: 'xterm-256color' },
    });
    assert.ok(!piped.stdout.includes(ESCAPE), JSON.stringify(piped.stdout.slice(0, 200)));
    assert.ok(piped.stdout.startsWith('VERBOSE: '), piped.stdout.slice(0, 200));
  });

  test('Ctrl+C during key work: PowerShell lives, the next call works, the store is true', async () => {
    using place = makePlace();
    await using terminal = await open(place);
    await terminal.run(`$null = Request-CsCertificate -New -Type Default -CA '${CA}' -FriendlyName before`);
    // Each round stops a little later, so that keys, store, CA and log are all hit in time.
    for (const delay of [30, 120, 250, 400, 700]) {
      terminal.type(
        `'beg' + 'in'; while ($true) { $null = Request-CsCertificate -New -Type Default -KeySize 4096 -CA '${CA}' }\r`,
      );
      await terminal.sees('begin');
      await sleep(delay);
      terminal.type(INTERRUPT);
      await terminal.sees('^C');
      await terminal.sees('work> ');
      assert.match(await terminal.run('"pid $PID"'), /pid \d+/);
    }
    const after = await terminal.run(
      `$y = Request-CsCertificate -New -Type Default -CA '${CA}' -FriendlyName after 6>$null; $y.Use; $y.GetType().Name`,
    );
    assert.match(after, /Default\s+CertificateReference/);
    assert.equal(await terminal.leave(), 7);

    assert.deepEqual(integrity(place), ['ok']);
    const listed: { FriendlyName: string; Store: string; HasPrivateKey: boolean }[] = JSON.parse(
      (await runCscert(place, ['certificate', 'list'])).stdout,
    );
    const mine = listed.filter(({ Store }) => Store === 'My');
    assert.ok(mine.some(({ FriendlyName }) => FriendlyName === 'before'));
    assert.ok(mine.some(({ FriendlyName }) => FriendlyName === 'after'));
    assert.ok(mine.every(({ HasPrivateKey }) => HasPrivateKey));
    const list = await runPowerShell(place, [
      '-Command',
      'Request-CsCertificate -List | ForEach-Object { $_.RequestStatus }',
    ]);
    assert.equal(list.exitCode, 0, list.stderr);
    for (const status of list.stdout.trim().split(/\s+/).filter(Boolean)) {
      assert.match(status, /^(?:Unknown|Pending|Issued|Failed)$/, 'a request that was stopped on its way is not lost');
    }
  });

  test('Ctrl+C at the question of -Confirm requests nothing', async () => {
    using place = makePlace();
    await using terminal = await open(place);
    terminal.type(`$x = Request-CsCertificate -New -Type Default -Output x.req -Confirm\r`);
    await terminal.sees('(default is "Y")');
    terminal.type(INTERRUPT);
    await terminal.sees('work> ');
    assert.match(
      await terminal.run('"files $(@(Get-ChildItem -File).Count) open $(@(Request-CsCertificate -List).Count)"'),
      /files 0 open 0/,
    );
    assert.equal(await terminal.leave(), 7);
    assert.deepEqual(readdirSync(place.work), []);
  });

  test('the list view uses the width of the terminal, and nothing of it is coloured away in a file', async () => {
    using place = makePlace();
    await using terminal = await open(place);
    const shown = await terminal.run(
      `Request-CsCertificate -New -Type Default -CA '${CA}' | Tee-Object -FilePath view.txt`,
    );
    assert.match(shown, /AlternativeNames +: \{pool1\.litwareinc\.com, atl-cs-001\.litwareinc\.com\}/);
    assert.ok(!readFileSync(join(place.work, 'view.txt'), 'utf8').includes(ESCAPE));
  });
});

function integrity(place: Place): readonly string[] {
  using database = new DatabaseSync(join(place.home, 'store.db'));
  return database
    .prepare('pragma integrity_check')
    .all()
    .map((row) => String(row['integrity_check']));
}
