import { UsageError } from './usage-error.ts';

/** `--name value`, `--name=value` and flags; names in any case. */
export function readOptions(
  args: readonly string[],
  known: Readonly<Record<string, 'text' | 'flag'>>,
): ReadonlyMap<string, string | true> {
  const options = new Map<string, string | true>();
  for (let index = 0; index < args.length; index++) {
    const match = /^--?([A-Za-z-]+)(?:=([\s\S]*))?$/.exec(args[index] ?? '');
    const name = match?.[1]?.toLowerCase() ?? '';
    const kind = known[name];
    if (match === null || kind === undefined) throw new UsageError(`"${args[index]}" is not known here.`);
    const value = kind === 'flag' ? true : (match[2] ?? args[++index]);
    if (value === undefined) throw new UsageError(`--${name} needs a value.`);
    options.set(name, value);
  }
  return options;
}

/** The text of an option that was given; a flag has none. */
export function optionText(value: string | true | undefined): string | undefined {
  return value === true ? undefined : value;
}
