import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isolatedEnvironment, powerShellPath } from './run-powershell.ts';

const home = mkdtempSync(join(tmpdir(), 'cscert-terminal-'));
after(() => rmSync(home, { recursive: true, force: true }));

const INTERRUPT = '\u0003';
/** For what never comes; what comes takes seconds at most, on a busy machine too. */
const LIMIT_MS = 120_000;
const LOOK_EVERY_MS = 5;

/** A program on a pseudo-terminal, by way of script(1); what it shows is waited for, not timed. */
class Terminal {
  readonly #child: ChildProcessWithoutNullStreams;
  #shown = '';
  #read = 0;
  readonly exitCode: Promise<number | null>;

  constructor(args: readonly string[]) {
    const command = [powerShellPath(), ...args].map((word) => `'${word}'`).join(' ');
    const quiet = ['-q', '-e', '-f', '-c', `stty cols 120; exec ${command}`, '/dev/null'];
    const env = { ...isolatedEnvironment(home), TERM: 'dumb' };
    this.#child = spawn('script', quiet, { cwd: '/', env, stdio: 'pipe' });
    this.#child.stdout.on('data', (chunk: Buffer) => {
      this.#shown += chunk.toString('utf8');
    });
    this.exitCode = new Promise((resolve) => this.#child.on('close', resolve));
  }

  /** Waits until this text appears after what was waited for before. */
  async sees(text: string): Promise<void> {
    for (const end = Date.now() + LIMIT_MS; Date.now() < end; await sleep(LOOK_EVERY_MS)) {
      const at = this.#shown.indexOf(text, this.#read);
      if (at >= 0) {
        this.#read = at + text.length;
        return;
      }
    }
    this.#child.kill('SIGKILL');
    assert.fail(`waited for ${JSON.stringify(text)}; shown: ${JSON.stringify(this.#shown)}`);
  }

  type(text: string): void {
    this.#child.stdin.write(text);
  }

  get shown(): string {
    return this.#shown;
  }
}

const INTERACTIVE = ['-NoLogo', '-NoProfile'];
// PSReadLine would redraw what is typed; here the terminal's own editing is what both hosts share.
const PLAIN = 'if (Get-Module PSReadLine) { Remove-Module PSReadLine }; function prompt { "ready> " }\r';

async function session(use: (terminal: Terminal) => Promise<void>): Promise<void> {
  const terminal = new Terminal(INTERACTIVE);
  await terminal.sees('> ');
  terminal.type(PLAIN);
  await terminal.sees('ready> ');
  await use(terminal);
}

describe('an interactive session', { concurrency: 2 }, () => {
  it('runs what is typed, over several lines too, and leaves with exit', () =>
    session(async (terminal) => {
      terminal.type('40+2\r');
      await terminal.sees('42');
      await terminal.sees('ready> ');
      terminal.type('if ($true) {\r');
      await terminal.sees('>> ');
      terminal.type('"in" + "side"\r');
      await terminal.sees('>> ');
      terminal.type('}\r');
      await terminal.sees('>> ');
      terminal.type('\r');
      await terminal.sees('inside');
      await terminal.sees('ready> ');
      terminal.type('exit 3\r');
      assert.equal(await terminal.exitCode, 3);
    }));

  it('asks for confirmation', () =>
    session(async (terminal) => {
      terminal.type(
        'function f { [CmdletBinding(SupportsShouldProcess)] param() if ($PSCmdlet.ShouldProcess("T", "Op")) { "di" + "d" } }\r',
      );
      await terminal.sees('ready> ');
      terminal.type('f -Confirm\r');
      await terminal.sees('(default is "Y")');
      terminal.type('n\r');
      await terminal.sees('ready> ');
      terminal.type('f -Confirm\r');
      await terminal.sees('(default is "Y")');
      terminal.type('y\r');
      await terminal.sees('did');
      await terminal.sees('ready> ');
      terminal.type('exit\r');
      assert.equal(await terminal.exitCode, 0);
    }));

  it('Ctrl+C stops the running command, and the session goes on', () =>
    session(async (terminal) => {
      terminal.type('try { "sleep" + "ing"; Start-Sleep 600 } finally { "clean" + "ed" }\r');
      await terminal.sees('sleeping');
      terminal.type(INTERRUPT);
      await terminal.sees('ready> ');
      terminal.type('"aft" + "er"\r');
      await terminal.sees('after');
      await terminal.sees('ready> ');
      terminal.type('"spin" + "ning"; while ($true) { }\r');
      await terminal.sees('spinning');
      terminal.type(INTERRUPT);
      await terminal.sees('ready> ');
      terminal.type(`sh -c 'echo na"ti"ve; exec sleep 600'\r`);
      await terminal.sees('native');
      terminal.type(INTERRUPT);
      await terminal.sees('ready> ');
      terminal.type('exit 5\r');
      assert.equal(await terminal.exitCode, 5);
    }));

  it('does not show a secret while it is typed', () =>
    session(async (terminal) => {
      terminal.type('$s = Read-Host -AsSecureString pin\r');
      await terminal.sees('pin: ');
      terminal.type('hush\r');
      await terminal.sees('ready> ');
      assert.doesNotMatch(terminal.shown, /hush/);
      terminal.type('$s.Length * 11\r');
      await terminal.sees('44');
      terminal.type('exit\r');
      assert.equal(await terminal.exitCode, 0);
    }));

  it('-NoExit stays after its command', async () => {
    const terminal = new Terminal([...INTERACTIVE, '-NoExit', '-Command', 'function prompt { "still> " }']);
    await terminal.sees('still> ');
    terminal.type('exit 6\r');
    assert.equal(await terminal.exitCode, 6);
  });
});

describe('a command on a terminal', () => {
  it('ends at Ctrl+C', async () => {
    const terminal = new Terminal([...INTERACTIVE, '-Command', '"be" + "gun"; Start-Sleep 600; "never"']);
    await terminal.sees('begun');
    terminal.type(INTERRUPT);
    await terminal.exitCode;
    assert.doesNotMatch(terminal.shown, /never/);
  });
});
