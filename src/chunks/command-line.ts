import type { AuthorityVerbs } from '../app/authority/authority-verbs.ts';
import type { CertificateVerbs } from '../app/certificate-verbs.ts';
import type { InstallationVerbs } from '../app/installation/installation-verbs.ts';
import type { StoreVerbs } from '../app/store/store-verbs.ts';
import type { Verbs } from '../app/verbs.ts';
import type { Configuration } from '../boot/configuration.ts';
import { parseArguments } from '../cli/arguments.ts';
import { runAuthorityCommand } from '../cli/authority-commands.ts';
import { runCertificateCommand } from '../cli/certificate-commands.ts';
import { runInstallCommand, runUninstallCommand, runVariablesCommand } from '../cli/install-commands.ts';
import { processTerminal, watchStreams } from '../cli/process-terminal.ts';
import { runRequest } from '../cli/run-request.ts';
import type { SaveExport } from '../cli/save-export.ts';
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
  readonly saveExport: SaveExport;
}

/** Runs one command line; the exit code. */
export async function run(args: readonly string[], deps: CommandLineDeps): Promise<number> {
  watchStreams();
  try {
    return await runWords(args, deps);
  } catch (error) {
    return report(error, (text) => processTerminal.diagnostic(text));
  }
}

/** What begins with a dash, as PowerShell takes it, is a request; words that belong to nothing else are those of `certificate`. */
async function runWords(args: readonly string[], deps: CommandLineDeps): Promise<number> {
  const [first = '--help', ...rest] = args;
  const terminal = processTerminal;
  const exports = { terminal, saveExport: deps.saveExport };
  switch (first.toLowerCase()) {
    case '--help':
    case '-h':
    case '-?':
    case 'help':
      terminal.out(USAGE);
      return 0;
    case 'install':
      return runInstallCommand(rest, { terminal, verbs: () => deps.installationVerbs() });
    case 'uninstall':
      return runUninstallCommand(rest, { terminal, verbs: () => deps.installationVerbs() });
    case 'variables':
      return runVariablesCommand(rest, terminal, () => deps.sessionVariables());
    case 'store':
      return runStoreCommand(rest, { ...exports, verbs: () => deps.storeVerbs() });
    case 'ca':
      return runAuthorityCommand(rest, { ...exports, environment: process.env, verbs: () => deps.authorityVerbs() });
  }
  return /^[-\u2013\u2014\u2015]/.test(first) ? runRequestOf(args, deps) : runCertificateWords(args, deps);
}

function runCertificateWords(args: readonly string[], deps: CommandLineDeps): Promise<number> {
  return runCertificateCommand(args, {
    terminal: processTerminal,
    environment: async (name) => process.env[name],
    saveExport: deps.saveExport,
    verbs: () => deps.certificateVerbs(),
    pfxPassword: deps.secrets.get('CSCERT_PFX_PASSWORD'),
  });
}

function runRequestOf(args: readonly string[], deps: CommandLineDeps): Promise<number> {
  return runRequest(args, {
    terminal: processTerminal,
    environment: process.env,
    caPassword: deps.secrets.get('CSCERT_CA_PASSWORD'),
    verbs: () => deps.verbs(),
  });
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
