import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PowerShellResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface PowerShellOptions {
  readonly cwd?: string;
  /** Added to the environment of the run; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** All of standard input; without it, standard input is empty. */
  readonly input?: string;
  readonly timeoutMs?: number;
}

type PowerShellKind = 'pwsh' | 'host';

const repository = fileURLToPath(new URL('../..', import.meta.url));
/** For what hangs; a file's cases in one process may take minutes on a loaded machine. */
const DEFAULT_TIMEOUT_MS = 600_000;

/** The PowerShell that set-up chose, or the one that `CSCERT_POWERSHELL` names. */
export function powerShellPath(): string {
  return chosen().path;
}

/** `host` for the console host of `tools/host`, `pwsh` for the real one. */
export function powerShellKind(): PowerShellKind {
  return chosen().kind;
}

/** Runs PowerShell in a home of its own, with the repository's modules on its module path. */
export async function runPowerShell(
  args: readonly string[],
  options: PowerShellOptions = {},
): Promise<PowerShellResult> {
  return withTemporaryHome((home) => launch(args, home, options));
}

/** Runs a script file with this text, as `-NoProfile -NonInteractive -File` does. */
export async function runScript(text: string, options: PowerShellOptions = {}): Promise<PowerShellResult> {
  return withTemporaryHome(async (home) => {
    const path = join(home, 'script.ps1');
    await writeFile(path, text);
    return launch(['-NoProfile', '-NonInteractive', '-File', path], home, options);
  });
}

/** An environment in which nothing of the user's is read or written. */
export function isolatedEnvironment(home: string): Record<string, string | undefined> {
  return {
    ...process.env,
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    CSCERT_HOME: join(home, 'cscert'),
    PSModulePath: [join(repository, 'psmodule'), process.env['PSModulePath']].filter(Boolean).join(delimiter),
    POWERSHELL_TELEMETRY_OPTOUT: '1',
    POWERSHELL_UPDATECHECK: 'Off',
    NO_COLOR: '1',
  };
}

async function withTemporaryHome<T>(use: (home: string) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'cscert-powershell-'));
  try {
    return await use(home);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function chosen(): { readonly path: string; readonly kind: PowerShellKind } {
  const named = process.env['CSCERT_POWERSHELL'];
  if (named) return { path: named, kind: basename(named).startsWith('pwsh') ? 'pwsh' : 'host' };
  const record = join(repository, '.setup', 'powershell.json');
  if (existsSync(record)) return JSON.parse(readFileSync(record, 'utf8'));
  return { path: join(repository, '.setup', 'pshost', 'pshost'), kind: 'host' };
}

function launch(args: readonly string[], home: string, options: PowerShellOptions): Promise<PowerShellResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(powerShellPath(), [...args], {
      cwd: options.cwd ?? home,
      env: { ...isolatedEnvironment(home), ...options.env },
      stdio: 'pipe',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    // A program that ends without reading its input closes the pipe; its exit code tells the rest.
    child.stdin.on('error', () => {});
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (exitCode, signal) => {
      clearTimeout(timer);
      resolve({
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
        exitCode,
        signal,
      });
    });
    child.stdin.end(options.input ?? '');
  });
}
