import type { OutputObject } from '../ports/host.ts';

/** A pipeline object with the property names that PowerShell shows; what is absent is null, dates are ISO 8601. */
export function objectJson(object: OutputObject): Record<string, unknown> {
  const { kind: _, ...properties } = object;
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [propertyName(name), value ?? null]));
}

/** `ca` and `caRequestId` are `CA` and `CaRequestId`; all others are Pascal case. */
function propertyName(name: string): string {
  return name === 'ca' ? 'CA' : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
