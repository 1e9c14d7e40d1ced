import type { OutputObject } from '../ports/host.ts';

/** A pipeline object with the property names that PowerShell shows; what is absent is null, dates are ISO 8601. */
export function objectJson(object: OutputObject): Record<string, unknown> {
  const { kind: _, ...properties } = object;
  return pascalCase(properties);
}

/** Any object with property names as PowerShell shows them. */
export function pascalCase(object: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [propertyName(name), value ?? null]));
}

const SPELLINGS: Readonly<Record<string, string>> = { ca: 'CA', hresult: 'HResult' };

/** Pascal case, but for the names that PowerShell spells in its own way. */
function propertyName(name: string): string {
  return SPELLINGS[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
