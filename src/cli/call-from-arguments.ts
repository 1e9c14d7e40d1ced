import type { CallContext } from '../app/call-context.ts';
import type { NewRequestParameters, PathArgument, TrackedRequestParameters } from '../app/request-parameters.ts';
import type { ParsedArguments } from './arguments.ts';
import {
  COMMON_PARAMETERS,
  PARAMETER_SETS,
  PARAMETERS,
  type ParameterName,
  type ParameterSet,
} from './parameter-table.ts';
import { UsageError } from './usage-error.ts';

export type CommandLineCall =
  | { readonly parameterSet: 'ByNew'; readonly parameters: NewRequestParameters }
  | { readonly parameterSet: 'ByList' | 'ByRetrieve' | 'ByClear'; readonly parameters: TrackedRequestParameters };

/** Finds the parameter set, and gives the values in the shapes that the verbs take. */
export function callFromArguments(parsed: ParsedArguments): CommandLineCall {
  const parameterSet = chooseSet(parsed);
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parsed)) {
    if (['WhatIf', 'Confirm', 'Verbose'].includes(name)) continue;
    values[name] = isPathParameter(name) ? pathArgument(String(value)) : value;
  }
  if (parameterSet !== 'ByNew') return { parameterSet, parameters: values };
  const { Type } = parsed;
  if (!Array.isArray(Type)) throw new UsageError('-New needs the parameter "-Type".');
  return { parameterSet, parameters: { ...values, Type } };
}

/** What a verb learns about this process. */
export function callContext(
  parsed: ParsedArguments,
  machine: Omit<CallContext, 'command' | 'whatIf' | 'verbose'>,
): CallContext {
  return {
    ...machine,
    command: 'Request-CsCertificate',
    whatIf: parsed['WhatIf'] === true,
    verbose: parsed['Verbose'] === true,
  };
}

function chooseSet(parsed: ParsedArguments): ParameterSet {
  const sets = Object.entries(PARAMETER_SETS) as readonly (readonly [ParameterSet, readonly ParameterName[]])[];
  const chosen = sets.filter(([, [selector]]) => selector !== undefined && parsed[selector] === true);
  const [only] = chosen;
  if (only === undefined || chosen.length > 1) {
    throw new UsageError('Specify exactly one of -New, -List, -Retrieve and -Clear.');
  }
  const [set, names] = only;
  const foreign = Object.keys(parsed).find(
    (name) => !names.some((n) => n === name) && !COMMON_PARAMETERS.some((n) => n === name),
  );
  if (foreign !== undefined) throw new UsageError(`The parameter "-${foreign}" cannot be used with -${names[0]}.`);
  return set;
}

function isPathParameter(name: string): boolean {
  return Object.entries(PARAMETERS).some(([known, kind]) => known === name && kind === 'path');
}

/** Drives of PowerShell whose paths are no files. */
const FOREIGN_DRIVES: Readonly<Record<string, string>> = {
  alias: 'Alias',
  cert: 'Certificate',
  env: 'Environment',
  function: 'Function',
  hkcu: 'Registry',
  hklm: 'Registry',
  variable: 'Variable',
  wsman: 'WSMan',
};

/** There is no shell that has resolved the path: the file rules do, from the current folder. */
function pathArgument(given: string): PathArgument {
  const drive = /^([A-Za-z]+):/.exec(given)?.[1];
  const provider = FOREIGN_DRIVES[drive?.toLowerCase() ?? ''] ?? 'FileSystem';
  const onDrive = process.platform !== 'win32' && drive?.length === 1;
  return { given, path: given, provider, ...(onDrive ? { driveRoot: `${drive}:` } : {}) };
}
