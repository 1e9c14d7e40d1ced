import parser from 'yargs-parser';
import { parseFqdn } from '../domain/fqdn.ts';
import { findParameter, keyAlgorithmNamed, PARAMETERS, type ParameterName } from './parameter-table.ts';
import { UsageError } from './usage-error.ts';

/** Values by canonical parameter name; a list parameter gives an array. */
export type ParsedArguments = Partial<Record<ParameterName, string | number | boolean | readonly string[]>>;

/** Hyphen, en dash, em dash and horizontal bar begin a parameter in PowerShell. */
const PARAMETER = /^[-\u2013\u2014\u2015]([A-Za-z]\w*)(?::([\s\S]*))?$/;

const CONFIGURATION = {
  'short-option-groups': false,
  'camel-case-expansion': false,
  'dot-notation': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
  'boolean-negation': false,
  'duplicate-arguments-array': true,
};

/**
 * Reads arguments in PowerShell's spelling: any case, unambiguous beginnings, `-Name value` and `-Name:value`, a list
 * as `a,b` or `a, b`, `$true` and `$false`. Throws `UsageError`.
 */
export function parseArguments(args: readonly string[]): ParsedArguments {
  const normalised = normalise(args);
  const { _: positional, ...values } = parser(normalised, {
    string: Object.keys(PARAMETERS),
    configuration: CONFIGURATION,
  });
  if (positional.length > 0) throw unexpected(String(positional[0]));
  const parsed: ParsedArguments = {};
  for (const name of Object.keys(PARAMETERS) as readonly ParameterName[]) {
    const value: unknown = values[name];
    if (value === undefined) continue;
    if (typeof value !== 'string') {
      throw new UsageError(`The parameter "-${name}" is specified more than once.`);
    }
    parsed[name] = convert(name, value);
  }
  return parsed;
}

/** Each parameter as one `--Name=value`, which is all that the parser then has to understand. */
function normalise(args: readonly string[]): string[] {
  const normalised: string[] = [];
  refuseBrokenText(args);
  for (let index = 0; index < args.length; index++) {
    const match = PARAMETER.exec(args[index] ?? '');
    if (match === null) throw unexpected(args[index] ?? '');
    const [, given = '', attached] = match;
    const name = findParameter(given);
    if (typeof name !== 'string') throw new UsageError(name.problem);
    if (PARAMETERS[name] === 'switch') {
      normalised.push(`--${name}=${attached ?? 'true'}`);
      continue;
    }
    let value = attached;
    if (value === undefined || value === '') {
      value = args[++index];
      if (value === undefined || PARAMETER.test(value)) {
        throw new UsageError(`Missing an argument for parameter "-${name}".`);
      }
    }
    while (PARAMETERS[name] === 'list' && value.trimEnd().endsWith(',') && index + 1 < args.length) {
      value += args[++index];
    }
    // The parser takes one pair of quotation marks away.
    normalised.push(`--${name}="${value}"`);
  }
  return normalised;
}

/** Node has put U+FFFD where the bytes of an argument are not UTF-8: a wrong name would end up in a certificate. */
function refuseBrokenText(args: readonly string[]): void {
  const broken = args.find((argument) => argument.includes('\ufffd'));
  if (broken !== undefined) throw new UsageError(`The argument "${broken}" is not valid UTF-8.`);
}

function convert(name: ParameterName, value: string): string | number | boolean | readonly string[] {
  switch (PARAMETERS[name]) {
    case 'switch':
    case 'boolean':
      return truth(name, value);
    case 'integer':
      return integer(name, value);
    case 'list':
      return value.split(',').map((part) => part.trim());
    case 'fqdn':
      if (value.trim() !== '' && parseFqdn(value) === undefined) {
        throw new UsageError(`"${value}" is not a fully qualified domain name, as "-${name}" needs.`);
      }
      return value.trim();
    case 'keyAlgorithm': {
      const algorithm = keyAlgorithmNamed(value.trim());
      if (algorithm === undefined) throw new UsageError(`"${value}" is not a value of "-${name}".`);
      return algorithm;
    }
    default:
      return value;
  }
}

function truth(name: ParameterName, value: string): boolean {
  const text = value.trim().toLowerCase();
  if (['$true', 'true', '1'].includes(text)) return true;
  if (['$false', 'false', '0'].includes(text)) return false;
  throw new UsageError(`"${value}" is not $true or $false, the values of "-${name}".`);
}

function integer(name: ParameterName, value: string): number {
  const number = Number(value.trim());
  if (!/^[+-]?\d{1,10}$/.test(value.trim()) || number > 0x7fffffff || number < -0x80000000) {
    throw new UsageError(`"${value}" is not a whole number, as "-${name}" needs.`);
  }
  return number;
}

function unexpected(argument: string): UsageError {
  return new UsageError(`A positional parameter cannot be found that accepts the argument "${argument}".`);
}
