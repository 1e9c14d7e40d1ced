import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { REPOSITORY } from '../../../tools/setup/repository.mjs';
import type { Stop } from './crash-run.ts';
import { commandLine, wireCall } from './outer-calls.ts';
import type { SeededRandom } from './random.ts';
import type { VerbCall, VerbLine } from './verb-call.ts';

export interface OuterStop {
  readonly program: string;
  readonly deployment: string;
  readonly call: VerbCall;
  readonly random: SeededRandom;
  /** Called when the program was killed before it had ended. */
  stopped(): void;
}

/** Longest wait before the kill, in milliseconds: a little more than a command takes. */
const ENGINE_SPAN = 150;
const POWERSHELL_SPAN = 700;

/** The code under which the line carries errors that a user sees (docs/protocol.md). */
const COMMAND_ERROR = -32000;

/** Kills the real engine at a random instant after a verb was sent to it over the line protocol. */
export function engineStop({ program, deployment, call, random, stopped }: OuterStop): Stop {
  return async (home, temporaryFolder) => {
    const env = { PATH: process.env['PATH'] ?? '', CSCERT_HOME: home, CSCERT_DEPLOYMENT: deployment };
    const child = spawn(process.execPath, [program, 'rpc'], { env, stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdin.on('error', () => undefined);
    const lines: VerbLine[] = [];
    const answer = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    const greeted = Promise.withResolvers<void>();
    let refusal: string | undefined;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { id, method, params, error } = JSON.parse(line);
      // An error that a user would see is one of the ends of a verb; any other means that no verb was ever run.
      if (error !== undefined && error.code !== COMMAND_ERROR) refusal = line;
      if (method === 'host/shouldProcess') answer({ id, result: { proceed: true } });
      else if (method === 'host/output') lines.push(acknowledged(params));
      else if (method === undefined && id === 1) greeted.resolve();
      else if (method === undefined && id === 2) child.stdin.end();
    });
    answer({ id: 1, method: 'hello', params: { protocol: 1 } });
    await greeted.promise;
    answer({ id: 2, ...wireCall(call, temporaryFolder) });
    await killAfter(child, random.below(ENGINE_SPAN), stopped);
    if (refusal !== undefined) throw new Error(`the engine refused the call: ${refusal}`);
    return lines;
  };
}

/** Kills a whole PowerShell at a random instant while the module works; its engine then finds itself alone. */
export function powerShellStop({ program, deployment, call, random, stopped }: OuterStop): Stop {
  return async (home, temporaryFolder) => {
    const script = `
      Import-Module Lync
      'ready'
      ${commandLine(call)} | ForEach-Object { if ($_.Thumbprint) { "certificate $($_.Thumbprint)" } else { "request $($_.RequestId)" } }`;
    const child = spawn(program, ['-NoProfile', '-NonInteractive', '-Command', script], {
      cwd: temporaryFolder,
      env: {
        ...process.env,
        CSCERT_HOME: home,
        CSCERT_DEPLOYMENT: deployment,
        CSCERT_NODE: process.execPath,
        TMPDIR: temporaryFolder,
        PSModulePath: [join(REPOSITORY, 'psmodule'), process.env['PSModulePath']].filter(Boolean).join(delimiter),
      },
      // The fourth is inherited by the engine: closed, it tells that the orphan has ended as well.
      stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    });
    const lines: VerbLine[] = [];
    const ready = Promise.withResolvers<void>();
    const { stdout } = child;
    if (stdout === null) throw new Error('there is no pipe');
    createInterface({ input: stdout })
      .on('line', (line) => {
        const [word, value = ''] = line.split(' ');
        if (word === 'certificate') lines.push({ said: 'certificate', thumbprint: value });
        if (word === 'request') lines.push({ said: 'request', requestId: Number(value), status: '' });
        if (word === 'ready') ready.resolve();
      })
      .on('close', () => ready.resolve());
    await ready.promise;
    await killAfter(child, random.below(POWERSHELL_SPAN), stopped);
    return lines;
  };
}

async function killAfter(child: ChildProcess, milliseconds: number, stopped: () => void): Promise<void> {
  const closed = once(child, 'close');
  await Promise.race([closed, sleep(milliseconds)]);
  child.kill('SIGKILL');
  await closed;
  if (child.signalCode === 'SIGKILL') stopped();
}

function acknowledged({
  kind,
  properties,
}: {
  readonly kind: string;
  readonly properties: Record<string, unknown>;
}): VerbLine {
  return kind === 'CertificateReference'
    ? { said: 'certificate', thumbprint: String(properties['thumbprint']) }
    : { said: 'request', requestId: Number(properties['requestId']), status: String(properties['requestStatus']) };
}
