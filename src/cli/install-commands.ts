import type { InstallationVerbs } from '../app/installation/installation-verbs.ts';
import { displayText } from '../domain/display-text.ts';
import { readOptions } from './command-options.ts';
import { pascalCase } from './object-json.ts';
import type { Terminal } from './terminal.ts';

export interface InstallCommandRun {
  readonly terminal: Terminal;
  verbs(): InstallationVerbs;
}

/** `install`; the exit code. */
export async function runInstallCommand(args: readonly string[], run: InstallCommandRun): Promise<number> {
  const options = readOptions(args, {
    'user-modules': 'flag',
    'no-variables': 'flag',
    'what-if': 'flag',
    whatif: 'flag',
  });
  const result = await run.verbs().install({
    whatIf: options.has('what-if') || options.has('whatif'),
    userModules: options.has('user-modules'),
    variables: !options.has('no-variables'),
  });
  run.terminal.out(JSON.stringify(pascalCase(result), null, 2));
  return 0;
}

/** `uninstall`; 1 where something was changed since and therefore stays. */
export async function runUninstallCommand(args: readonly string[], run: InstallCommandRun): Promise<number> {
  const options = readOptions(args, { 'what-if': 'flag', whatif: 'flag' });
  const { removed, kept } = await run.verbs().uninstall(options.has('what-if') || options.has('whatif'));
  run.terminal.out(JSON.stringify({ Removed: removed, Kept: kept.map(pascalCase) }, null, 2));
  for (const { path, reason } of kept) run.terminal.diagnostic(displayText(`"${path}" was left: ${reason}.`));
  return kept.length === 0 ? 0 : 1;
}

/** `variables`: what a session would be given. */
export async function runVariablesCommand(
  args: readonly string[],
  terminal: Terminal,
  variables: () => Promise<Readonly<Record<string, string>>>,
): Promise<number> {
  readOptions(args, {});
  terminal.out(JSON.stringify(await variables(), null, 2));
  return 0;
}
