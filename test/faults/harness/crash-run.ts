import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compareWithBook, type Damage } from './compare.ts';
import type { EndPoint } from './durable-steps.ts';
import { runVerbs, type VerbsRun } from './run-verbs.ts';
import type { VerbCall, VerbLine } from './verb-call.ts';

/** A store before the crash, and what it takes to run verbs on copies of it. */
export interface Stage {
  readonly bundle: string;
  readonly deployment: string;
  /** State folder to copy; there may be none. */
  readonly home: string;
  readonly before: readonly VerbCall[];
}

/** Stops something in a copy of the state folder; gives what was acknowledged. */
export type Stop = (home: string, temporaryFolder: string) => Promise<readonly VerbLine[]>;

/** The restart: -Retrieve; a revoked request spoils it as the product's page says, so -Clear, and once more; a -New. */
const RESTART: readonly VerbCall[] = [
  { verb: 'list' },
  { verb: 'retrieve' },
  { verb: 'check' },
  { verb: 'new', template: 'WebServer' },
];

/** These can be typed again after a stop, and then are done, whether they were before or not. */
const REPEATABLE: ReadonlySet<VerbCall['verb']> = new Set([
  'set',
  'setGlobal',
  'roll',
  'remove',
  'import',
  'setFile',
  'take',
  'move',
]);

const AFTER_REVOKED: readonly VerbCall[] = [{ verb: 'clear' }, { verb: 'retrieve' }, { verb: 'check' }];

/**
 * One crash: copy, stop, restart (which may itself be stopped once), compare. Everything lies in `folder`, which is gone
 * afterwards.
 */
export async function crashRun(
  stage: Stage,
  stopped: VerbCall | undefined,
  stop: Stop,
  folder: string,
  secondEnd: EndPoint | undefined,
): Promise<Damage> {
  const [home, temporaryFolder] = [join(folder, 'home'), join(folder, 'temporary')];
  mkdirSync(temporaryFolder, { recursive: true });
  if (existsSync(stage.home)) cpSync(stage.home, home, { recursive: true });
  try {
    const acknowledged = [...(await stop(home, temporaryFolder))];
    const order = { home, temporaryFolder, deployment: stage.deployment };
    const runs: VerbsRun[] = [];
    const calls = [...stage.before, ...(stopped === undefined ? [] : [stopped])];
    const go = async (next: readonly VerbCall[], end?: EndPoint) => {
      runs.push(await runVerbs(stage.bundle, { ...order, calls: next, ...(end && { end }) }));
      calls.push(...next);
    };
    if (secondEnd !== undefined) await go(RESTART, secondEnd);
    await go(RESTART);
    const spoilt = runs.some(({ lines }) =>
      lines.some((line) => line.said === 'error' && line.code === 'RequestRevoked'),
    );
    if (spoilt) await go(AFTER_REVOKED);
    if (stopped !== undefined && REPEATABLE.has(stopped.verb)) await go([stopped, { verb: 'check' }]);
    acknowledged.push(...runs.flatMap(({ lines }) => lines));
    return withUnsound(
      compareWithBook(join(home, 'store.db'), {
        submissions: calls.filter(({ verb }) => verb === 'new').length,
        cleared: calls.some(({ verb }) => verb === 'clear'),
        taken: calls.flatMap((call) => (call.verb === 'take' || call.verb === 'move' ? [call.thumbprint] : [])),
        acknowledged,
      }),
      [...failures(runs.slice(secondEnd === undefined ? 0 : 1)), ...findings(runs)],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What verbs after a restart may answer: that a request was denied, revoked or never arrived, that the certificate is
 * not there any more. All else is a fault.
 */
const EXPECTED_ERRORS = new Set([
  'RequestRevoked',
  'RetrievedRequestDenied',
  'RequestNeverArrived',
  'CertificateNotFound',
]);

function failures(runs: readonly VerbsRun[]): readonly string[] {
  return runs.flatMap(({ lines, stderr, code }) => [
    ...(code === 0 ? [] : [`a restart ended with ${code}: ${stderr.slice(0, 500)}`]),
    ...lines.flatMap((line) =>
      line.said === 'error' && !EXPECTED_ERRORS.has(line.code) ? [`${line.code}: ${line.message}`] : [],
    ),
  ]);
}

function findings(runs: readonly VerbsRun[]): readonly string[] {
  return runs.flatMap(({ lines }) => lines.flatMap((line) => (line.said === 'finding' ? [line.text] : [])));
}

function withUnsound(damage: Damage, more: readonly string[]): Damage {
  return { ...damage, unsound: [...damage.unsound, ...more] };
}
