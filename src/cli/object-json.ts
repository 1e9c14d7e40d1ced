import type { ProductObject, ProductValue } from '../domain/product-object.ts';
import type { OutputObject } from '../ports/host.ts';

/** A pipeline object with the property names that PowerShell shows; what is absent is null, dates are ISO 8601. */
export function objectJson(object: OutputObject): Record<string, unknown> {
  if (object.kind === 'TopologyObject') return productJson(object.object);
  if (object.kind === 'TopologyDocument') return { Text: object.text };
  const { kind: _, ...properties } = object;
  return pascalCase(properties);
}

/** An object of the product; others that it holds are their text. */
function productJson(object: ProductObject): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object.properties()).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: ProductValue): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  return typeof value === 'object' && value !== null && 'text' in value ? value.text : value;
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
