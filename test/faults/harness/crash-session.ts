import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Damage } from './compare.ts';
import { crashRun, type Stage, type Stop } from './crash-run.ts';
import type { EndPoint } from './durable-steps.ts';
import { engineStop, powerShellStop } from './outer-stops.ts';
import { makeFaultPlace } from './places.ts';
import { SeededRandom } from './random.ts';
import { runVerbs, type VerbsRun } from './run-verbs.ts';
import { type Made, SCENARIOS, type Scenario } from './scenarios.ts';
import { bundleVerbProcess } from './verb-bundle.ts';
import type { VerbCall } from './verb-call.ts';

export interface CrashOptions {
  readonly runs: number;
  readonly seed: number;
  /** At the same time. */
  readonly jobs?: number;
  /** `main.cjs` of a built engine: some runs kill it while it speaks the line protocol. */
  readonly engine?: string;
  /** A PowerShell: a few runs kill it while the module works. */
  readonly powerShell?: string;
  say(text: string): void;
}

export interface CrashTally {
  runs: number;
  lost: number;
  twice: number;
  keyless: number;
  unsound: number;
  /** Runs in which the process was really stopped before its end. */
  stopped: number;
}

interface PreparedScenario {
  readonly scenario: Scenario;
  readonly stopped: VerbCall;
  readonly stage: Stage;
  /** Durable steps of the verb that is stopped, and how long it takes in milliseconds. */
  readonly steps: number;
  readonly duration: number;
}

/**
 * So many crashes from a seed. The runs walk through every durable step of every scenario, before and after it; every
 * fourth comes at a random instant from outside instead, and every third is stopped a second time in its restart.
 */
export async function crashSession(options: CrashOptions): Promise<CrashTally> {
  using place = makeFaultPlace();
  const bundle = await bundleVerbProcess(place.root);
  const jobs = options.jobs ?? availableParallelism();
  const scenarios: PreparedScenario[] = [];
  await inTurns(jobs, SCENARIOS.length, async (index) => {
    const scenario = SCENARIOS[index];
    if (scenario !== undefined) scenarios[index] = await prepare(scenario, bundle, place);
  });
  const points = shuffled(allPoints(scenarios), new SeededRandom(options.seed));
  options.say(`${scenarios.length} scenarios, ${points.length} places to stop; seed ${options.seed}`);
  const tally: CrashTally = { runs: 0, lost: 0, twice: 0, keyless: 0, unsound: 0, stopped: 0 };
  await inTurns(jobs, options.runs, async (index) => {
    const point = points[index % points.length];
    if (point === undefined) return;
    const damage = await oneRun(point, index, options, place.root, tally);
    count(tally, damage, `run ${index}, ${point.prepared.scenario.name}`, options.say);
  });
  return tally;
}

/** So many pieces of work, `jobs` at a time. */
async function inTurns(jobs: number, pieces: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < pieces; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: jobs }, worker));
}

interface StopPoint {
  readonly prepared: PreparedScenario;
  readonly end: EndPoint;
}

/** Runs the commands before the stop once, and the one that is stopped once to its end, to see how long it is. */
async function prepare(
  scenario: Scenario,
  bundle: string,
  { root, deployment }: { readonly root: string; readonly deployment: string },
): Promise<PreparedScenario> {
  const folder = join(root, `stage-${SCENARIOS.indexOf(scenario)}`);
  const [home, rehearsal, temporaryFolder] = ['home', 'rehearsal', 'temporary'].map((name) => join(folder, name));
  if (home === undefined || rehearsal === undefined || temporaryFolder === undefined) throw new Error('no folders');
  mkdirSync(temporaryFolder, { recursive: true });
  const order = { deployment, temporaryFolder };
  const run = async (calls: readonly VerbCall[], where: string): Promise<VerbsRun> => {
    const ended = await runVerbs(bundle, { ...order, home: where, calls });
    const fault = ended.lines.find(({ said }) => said === 'error');
    if (fault !== undefined && calls !== scenario.before) throw new Error(`${scenario.name}: ${JSON.stringify(fault)}`);
    return ended;
  };
  const made = madeBy(await run(scenario.before, home), temporaryFolder);
  const later = scenario.later?.(made) ?? [];
  if (later.length > 0) await run(later, home);
  const stopped = typeof scenario.stopped === 'function' ? await scenario.stopped(made) : scenario.stopped;
  if (existsSync(home)) cpSync(home, rehearsal, { recursive: true });
  const whole = await runVerbs(bundle, { ...order, home: rehearsal, calls: [stopped] });
  const stage: Stage = { bundle, deployment, home, before: [...scenario.before, ...later] };
  return {
    scenario,
    stopped,
    stage,
    steps: stepsOf(whole.lines, whole.stderr),
    duration: Math.max(5, whole.duration),
  };
}

function madeBy({ lines }: VerbsRun, folder: string): Made {
  const [first = '', second = ''] = lines.flatMap((line) => (line.said === 'certificate' ? [line.thumbprint] : []));
  return { first, second, folder };
}

function stepsOf(lines: readonly { readonly said: string; readonly steps?: number }[], stderr: string): number {
  const done = lines.find(({ said }) => said === 'done');
  if (done?.steps === undefined) throw new Error(`the verbs did not end: ${stderr}`);
  return done.steps;
}

function allPoints(scenarios: readonly PreparedScenario[]): StopPoint[] {
  return scenarios.flatMap((prepared) =>
    Array.from({ length: prepared.steps }, (_, index) =>
      (['before', 'after'] as const).map((side) => ({ prepared, end: { step: index + 1, side } })),
    ).flat(),
  );
}

function shuffled<Item>(items: readonly Item[], random: SeededRandom): readonly Item[] {
  const mixed = [...items];
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    const other = random.below(index + 1);
    const [a, b] = [mixed[index], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[index], mixed[other]] = [b, a];
  }
  return mixed;
}

async function oneRun(
  { prepared, end }: StopPoint,
  index: number,
  options: CrashOptions,
  root: string,
  tally: CrashTally,
): Promise<Damage> {
  const random = new SeededRandom(options.seed * 100_003 + index);
  const { stage, stopped, duration } = prepared;
  const second: EndPoint | undefined =
    index % 3 === 2 ? { step: 1 + random.below(40), side: random.below(2) === 0 ? 'before' : 'after' } : undefined;
  const stop = chooseStop(prepared, end, index, options, random, duration, tally);
  return crashRun(stage, stopped, stop, join(root, `run-${index}`), second);
}

/** Every 40th run kills a whole PowerShell, every 8th the engine on its line, every other 4th comes at any instant. */
function chooseStop(
  { stage, stopped: call }: PreparedScenario,
  end: EndPoint,
  index: number,
  options: CrashOptions,
  random: SeededRandom,
  duration: number,
  tally: CrashTally,
): Stop {
  const { engine, powerShell } = options;
  const outer = { deployment: stage.deployment, call, random, stopped: () => (tally.stopped += 1) };
  if (index % 40 === 7 && powerShell !== undefined) return powerShellStop({ ...outer, program: powerShell });
  if (index % 8 === 3 && engine !== undefined) return engineStop({ ...outer, program: engine });
  return async (home, temporaryFolder) => {
    const order = { home, temporaryFolder, deployment: stage.deployment, calls: [call] };
    const atAnyInstant = index % 4 === 3;
    const run = atAnyInstant
      ? await runVerbs(stage.bundle, order, random.below(Math.ceil(duration * 1.5)))
      : await runVerbs(stage.bundle, { ...order, end });
    if (run.code === null) tally.stopped += 1;
    if (run.code === 70) throw new Error(run.stderr);
    return run.lines;
  };
}

function count(tally: CrashTally, damage: Damage, name: string, say: (text: string) => void): void {
  tally.runs += 1;
  for (const kind of ['lost', 'twice', 'keyless', 'unsound'] as const) {
    if (damage[kind].length > 0) tally[kind] += 1;
    for (const text of damage[kind]) say(`${name}: ${kind}: ${text}`);
  }
}
