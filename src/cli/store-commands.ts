import type { StoreVerbs } from '../app/store/store-verbs.ts';
import { displayText } from '../domain/display-text.ts';
import { optionText, readOptions } from './command-options.ts';
import type { SaveExport } from './save-export.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface StoreCommandRun {
  readonly terminal: Terminal;
  verbs(): StoreVerbs;
  readonly saveExport: SaveExport;
}

/** `store check` and `store export`; the exit code. */
export async function runStoreCommand(
  [action = '', ...rest]: readonly string[],
  run: StoreCommandRun,
): Promise<number> {
  switch (action.toLowerCase()) {
    case 'check':
      readOptions(rest, {});
      return checkStore(run);
    case 'export':
      return exportStore(optionText(readOptions(rest, { path: 'text' }).get('path')), run);
    default:
      throw new UsageError('"store" needs "check" or "export".');
  }
}

/** Findings are the result, so they go to standard output, one a line; 1 where there is one. */
async function checkStore({ terminal, verbs }: StoreCommandRun): Promise<number> {
  const findings = await verbs().check();
  for (const finding of findings) terminal.out(displayText(finding));
  terminal.diagnostic(findings.length === 0 ? 'The store is sound.' : `The store has faults: ${findings.length}.`);
  return findings.length === 0 ? 0 : 1;
}

async function exportStore(
  path: string | undefined,
  { terminal, verbs, saveExport }: StoreCommandRun,
): Promise<number> {
  if (path === undefined) {
    await verbs().export((line) => terminal.out(line));
    return 0;
  }
  const target = await saveExport({ path, isSecret: true }, (append) => verbs().export((line) => append(`${line}\n`)));
  terminal.diagnostic(`Exported to "${target}".`);
  return 0;
}
