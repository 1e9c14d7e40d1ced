import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { locate, VERIFIERS } from '../../tools/test/verifiers.ts';

const execute = promisify(execFile);

/** A verifier's program. */
export interface Program {
  readonly name: string;
  /** Undefined where it is installed; else the reason for the skipped test. */
  readonly skip: string | undefined;
  /** Standard output; throws with both outputs when the program exits with another code than 0. */
  run(args: readonly string[], options?: RunOptions): Promise<string>;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Add standard error to the result: some programs say there what they found. */
  readonly withDiagnostics?: boolean;
  /** `latin1` gives the bytes one by one. */
  readonly encoding?: 'utf8' | 'latin1';
}

/** One of the verifiers that the test runner knows, by its program. */
export function verifier(program: string): Program {
  const known = VERIFIERS.find((one) => one.program === program);
  if (known === undefined) throw new Error(`${program} is not among the project's verifiers`);
  const path = locate(known);
  return {
    name: known.name,
    skip: path === undefined ? `${program} is not installed` : undefined,
    run: (args, options) => runProgram(path ?? program, args, options),
  };
}

/** Runs a program with words in English and UTF-8, and with UTC as its time. */
export async function runProgram(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const work = execute(program, [...args], {
    cwd: options.cwd ?? process.cwd(),
    env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    encoding: options.encoding ?? 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  const { stdout, stderr } = await work.catch((error: Error & { readonly stdout?: string }) => {
    throw new Error(`${error.message}${error.stdout ?? ''}`, { cause: error });
  });
  return options.withDiagnostics === true ? `${stdout}${stderr}` : stdout;
}

/** Does work for every item, as many at a time as there are processors. */
export async function forEach<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}
