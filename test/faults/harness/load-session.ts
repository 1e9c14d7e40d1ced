import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { compareWithBook } from './compare.ts';
import { makeFaultPlace } from './places.ts';
import { runVerbs } from './run-verbs.ts';
import { runRunspaces } from './runspaces.ts';
import { bundleVerbProcess } from './verb-bundle.ts';
import type { VerbCall } from './verb-call.ts';

export interface LoadOptions {
  readonly processes: number;
  /** Of each process. */
  readonly requests: number;
  /** Runs the same in runspaces of one PowerShell, where there is one. */
  readonly powerShell: string | undefined;
  say(text: string): void;
}

/** Many processes, then many runspaces, ask for certificates on one store at once; the number of faults. */
export async function loadSession(options: LoadOptions): Promise<number> {
  const faults = [...(await processes(options)), ...(await runspaces(options))];
  for (const text of faults) options.say(text);
  return faults.length;
}

async function processes({ processes: count, requests, say }: LoadOptions): Promise<readonly string[]> {
  using place = makeFaultPlace();
  const bundle = await bundleVerbProcess(place.root);
  const home = join(place.root, 'home');
  const temporaryFolder = join(place.root, 'temporary');
  mkdirSync(temporaryFolder);
  const calls: readonly VerbCall[] = Array.from({ length: requests }, () => ({ verb: 'new', template: 'WebServer' }));
  const began = performance.now();
  const order = { home, temporaryFolder, deployment: place.deployment, calls };
  const runs = await Promise.all(Array.from({ length: count }, () => runVerbs(bundle, order)));
  const acknowledged = runs.flatMap(({ lines }) => lines);
  const errors = acknowledged.flatMap((line) => (line.said === 'error' ? [`${line.code}: ${line.message}`] : []));
  const certificates = acknowledged.filter(({ said }) => said === 'certificate').length;
  say(`${count} processes, ${certificates} certificates in ${Math.round(performance.now() - began)} ms`);
  return [
    ...errors,
    ...runs.flatMap(({ code, stderr }) => (code === 0 ? [] : [`a process ended with ${code}: ${stderr}`])),
    ...(certificates === count * requests ? [] : [`${certificates} certificates of ${count * requests}`]),
    ...storeFaults(join(home, 'store.db'), acknowledged, count * requests),
  ];
}

async function runspaces({ processes: count, requests, powerShell, say }: LoadOptions): Promise<readonly string[]> {
  if (powerShell === undefined) return [];
  using place = makeFaultPlace();
  const began = performance.now();
  const { home, errors, thumbprints } = await runRunspaces(place, powerShell, count, requests);
  say(`${count} runspaces, ${thumbprints.length} certificates in ${Math.round(performance.now() - began)} ms`);
  return [
    ...errors,
    ...(thumbprints.length === count * requests ? [] : [`${thumbprints.length} certificates of ${count * requests}`]),
    ...storeFaults(
      join(home, 'store.db'),
      thumbprints.map((thumbprint) => ({ said: 'certificate', thumbprint })),
      count * requests,
    ),
  ];
}

function storeFaults(
  path: string,
  acknowledged: Parameters<typeof compareWithBook>[1]['acknowledged'],
  submissions: number,
): readonly string[] {
  const { lost, twice, keyless, unsound } = compareWithBook(path, { submissions, cleared: false, acknowledged });
  return [...lost, ...twice, ...keyless, ...unsound, ...repeatedNames(path)];
}

/** Generated friendly names are made unique, whoever generates them at the same moment. */
function repeatedNames(path: string): readonly string[] {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = database.prepare(
      "select friendly_name from certificate where store = 'My' group by 1 having count(*) > 1",
    );
    return rows.all().map((row) => `the friendly name "${row['friendly_name']}" came twice`);
  } finally {
    database.close();
  }
}
