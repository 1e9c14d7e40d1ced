import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './place.ts';
import { type ProgramRun, type RunOptions, runPowerShell } from './programs.ts';

export interface ProbedError {
  readonly exceptionType: string;
  readonly message: string;
  readonly hresult: number;
  readonly id: string;
  readonly category: string;
  readonly target: unknown;
  readonly details: string | null;
  readonly advice: string | null;
}

export interface ProbedObject {
  readonly stream: 'output';
  /** Full .NET name; null for $null. */
  readonly type: string | null;
  readonly text: string;
  readonly properties: readonly { readonly name: string; readonly type: string; readonly value: unknown }[];
}

export type ProbedRecord =
  | ProbedObject
  | { readonly stream: 'verbose' | 'warning' | 'debug'; readonly text: string }
  | { readonly stream: 'information'; readonly text: string; readonly tags: readonly string[] }
  | { readonly stream: 'error'; readonly error: ProbedError };

/** All that one block of script did, in order. */
export interface Probed {
  readonly name: string;
  readonly records: readonly ProbedRecord[];
  /** The error that ended the block. */
  readonly failure: ProbedError | null;
}

export interface ProbedScript extends ProgramRun {
  /** The block of this name; an error when it did not run. */
  of(name: string): Probed;
}

const PROBE = join(import.meta.dirname, 'probe.ps1');
const LINE = /^@probe (\S+)$/gm;

/** Runs a script file in which `Probe name { … }` is known, and gives what each block did. */
export async function runProbes(place: Place, script: string, options: RunOptions = {}): Promise<ProbedScript> {
  const file = join(place.root, 'probes.ps1');
  writeFileSync(file, `. '${PROBE}'\n${script}\n`);
  const ran = await runPowerShell(place, ['-NonInteractive', '-File', file], options);
  const probed = new Map<string, Probed>();
  for (const [, text = ''] of ran.stdout.matchAll(LINE)) {
    const one: Probed = JSON.parse(Buffer.from(text, 'base64').toString());
    probed.set(one.name, one);
  }
  return {
    ...ran,
    of: (name) => {
      const found = probed.get(name);
      if (found === undefined) throw new Error(`"${name}" did not run:\n${ran.stdout.slice(-2000)}${ran.stderr}`);
      return found;
    },
  };
}

export function objectsOf({ records }: Probed): readonly ProbedObject[] {
  return records.filter((record) => record.stream === 'output');
}

/** The only object of a block that did not fail. */
export function onlyObject(probed: Probed): ProbedObject {
  const [object, ...more] = objectsOf(probed);
  if (probed.failure !== null || object === undefined || more.length > 0) {
    throw new Error(`expected one object and no error: ${JSON.stringify(probed, null, 1).slice(0, 3000)}`);
  }
  return object;
}

export function propertyOf({ properties }: ProbedObject, name: string): unknown {
  return properties.find((property) => property.name === name)?.value;
}

export function textsOf({ records }: Probed, stream: 'verbose' | 'warning' | 'information'): readonly string[] {
  return records.flatMap((record) => (record.stream === stream ? [record.text] : []));
}

/** Warnings but for the two with which every run that had some ends. */
export function warningsOf(probed: Probed): readonly string[] {
  const closing = /^"[^"]+" processing has completed with |^Detailed results can be found at /;
  return textsOf(probed, 'warning').filter((text) => !closing.test(text));
}

/** The only text on the success stream: what a script of a test wants to say. */
export function sayings(probed: Probed): readonly string[] {
  return objectsOf(probed).map(({ text }) => text);
}
