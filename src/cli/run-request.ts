import type { Verbs } from '../app/verbs.ts';
import { type ParsedArguments, parseArguments } from './arguments.ts';
import { type CommandLineCall, callContext, callFromArguments } from './call-from-arguments.ts';
import { CommandLineHost } from './command-line-host.ts';
import { outlineJson } from './outline-json.ts';
import { processContext } from './process-context.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface RequestRun {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** CSCERT_CA_PASSWORD. */
  readonly caPassword: string | undefined;
  verbs(): Verbs;
}

/** One verb of Request-CsCertificate from a command line; the exit code. */
export async function runRequest(args: readonly string[], run: RequestRun): Promise<number> {
  const parsed = await withPassword(parseArguments(args), run);
  const call = callFromArguments(parsed);
  const switches = {
    whatIf: parsed['WhatIf'] === true,
    confirm: parsed['Confirm'] === true,
    verbose: parsed['Verbose'] === true,
  };
  const host = new CommandLineHost(run.terminal, switches, run.environment);
  const context = callContext(parsed, processContext(run.environment));
  run.terminal.out(JSON.stringify(await resultOf(call, context, host, run.verbs()), null, 2));
  return host.failed ? 1 : 0;
}

async function resultOf(
  call: CommandLineCall,
  context: ReturnType<typeof callContext>,
  host: CommandLineHost,
  verbs: Verbs,
): Promise<unknown> {
  switch (call.parameterSet) {
    case 'ByNew': {
      const outline = await verbs.newRequest(call.parameters, context, host);
      return context.whatIf ? outlineJson(outline) : (host.objects[0] ?? null);
    }
    case 'ByList':
      await verbs.listRequests(call.parameters, context, host);
      return host.objects;
    case 'ByRetrieve':
      await verbs.retrieveRequests(call.parameters, context, host);
      return host.objects;
    case 'ByClear':
      await verbs.clearRequests(call.parameters, context, host);
      return host.objects;
  }
}

/** A password is never an argument: others can read the arguments of a process. */
async function withPassword(parsed: ParsedArguments, run: RequestRun): Promise<ParsedArguments> {
  const { CaPassword, ...rest } = parsed;
  if (CaPassword !== undefined && CaPassword !== '-') {
    throw new UsageError('Pass the password on standard input with "-CaPassword -", or in CSCERT_CA_PASSWORD.');
  }
  const password = CaPassword === '-' ? await run.terminal.readInput() : run.caPassword;
  if (password === undefined || (parsed['CaAccount'] === undefined && CaPassword === undefined)) return rest;
  return { ...rest, CaPassword: password };
}
