import type { AuthorityVerbs } from '../app/authority-verbs.ts';
import type { CertificateVerbs } from '../app/certificate-verbs.ts';
import type { InstallationVerbs } from '../app/installation-verbs.ts';
import type { StoreVerbs } from '../app/store-verbs.ts';
import type { Verbs } from '../app/verbs.ts';
import type { Configuration } from '../boot/configuration.ts';
import { parseArguments } from '../cli/arguments.ts';
import { runAuthorityCommand } from '../cli/authority-commands.ts';
import { runCertificateCommand } from '../cli/certificate-commands.ts';
import { runInstallCommand, runUninstallCommand, runVariablesCommand } from '../cli/install-commands.ts';
import { processTerminal, watchStreams } from '../cli/process-terminal.ts';
import { runRequest } from '../cli/run-request.ts';
import { runStoreCommand } from '../cli/store-commands.ts';
import { USAGE } from '../cli/usage.ts';
import { UsageError } from '../cli/usage-error.ts';
import { asCommandError } from '../rpc/as-command-error.ts';

/** What the command line gets from the entry point. */
export interface CommandLineDeps {
  readonly configuration: Configuration;
  /** Secrets that were in the environment, by variable. */
  readonly secrets: ReadonlyMap<string, string>;
  verbs(): Verbs;
  certificateVerbs(): CertificateVerbs;
  authorityVerbs(): AuthorityVerbs;
  storeVerbs(): StoreVerbs;
  installationVerbs(): InstallationVerbs;
  /** What a session would be given. */
  sessionVariables(): Promise<Readonly<Record<string, string>>>;
  /** Where an export may go. */
  locateExport(path: string): Promise<string>;
}

/** Runs one command line; the exit code. */
export async function run(args: readonly string[], deps: CommandLineDeps): Promise<number> {
  const terminal = processTerminal;
  const locate = (path: string) => deps.locateExport(path);
  watchStreams();
  try {
    const [first = '--help'] = args;
    if (['--help', '-h', '-?', 'help'].includes(first.toLowerCase())) {
      terminal.out(USAGE);
      return 0;
    }
    const installed = await runInstallation(first.toLowerCase(), args.slice(1), deps);
    if (installed !== undefined) return installed;
    if (first.toLowerCase() === 'store') {
      return await runStoreCommand(args.slice(1), { terminal, locate, verbs: () => deps.storeVerbs() });
    }
    if (first.toLowerCase() === 'ca') {
      return await runAuthorityCommand(args.slice(1), {
        terminal,
        environment: process.env,
        locate,
        verbs: () => deps.authorityVerbs(),
      });
    }
    if (!/^[-\u2013\u2014\u2015]/.test(first)) {
      return await runCertificateCommand(args, {
        terminal,
        environment: async (name) => process.env[name],
        locate,
        verbs: () => deps.certificateVerbs(),
        pfxPassword: deps.secrets.get('CSCERT_PFX_PASSWORD'),
      });
    }
    return await runRequest(args, {
      terminal,
      environment: process.env,
      caPassword: deps.secrets.get('CSCERT_CA_PASSWORD'),
      verbs: () => deps.verbs(),
    });
  } catch (error) {
    return report(error, (text) => terminal.diagnostic(text));
  }
}

/** Undefined for a word that has nothing to do with it. */
async function runInstallation(
  word: string,
  args: readonly string[],
  deps: CommandLineDeps,
): Promise<number | undefined> {
  const run = { terminal: processTerminal, verbs: () => deps.installationVerbs() };
  switch (word) {
    case 'install':
      return runInstallCommand(args, run);
    case 'uninstall':
      return runUninstallCommand(args, run);
    case 'variables':
      return runVariablesCommand(args, processTerminal, () => deps.sessionVariables());
    default:
      return undefined;
  }
}

/** Loads what a command line needs, for the code cache. */
export async function warmUp(): Promise<void> {
  parseArguments(['-New', '-Type', 'Default', '-Output', 'x.req', '-WhatIf']);
}

function report(thrown: unknown, say: (text: string) => void): number {
  if (thrown instanceof UsageError) {
    say(`cscert: ${thrown.message}\nRun "cscert --help" for the parameters.`);
    return 2;
  }
  const error = asCommandError(thrown);
  say(`ERROR: Command execution failed: ${error.message}`);
  if (error.advice !== undefined) say(error.advice);
  return 1;
}
