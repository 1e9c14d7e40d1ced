import { type Kysely, sql } from 'kysely';
import { encodePem } from '../../../domain/pem.ts';
import type { StoreSchema } from './schema.ts';

const PAGE = 100;

/** Labels of the documents that a CA's row holds. */
const LABELS: Readonly<Record<string, string>> = {
  certificate_der: 'CERTIFICATE',
  request_der: 'NEW CERTIFICATE REQUEST',
};

/**
 * The rows of a CA's book under the names of their columns, `request_number` as `requestNumber` and the like. The book's
 * own key is in another table.
 */
export async function* authorityEntries(
  queries: Kysely<StoreSchema>,
  book: number,
): AsyncIterable<Readonly<Record<string, unknown>>> {
  for (let last = 0; ; ) {
    const { rows } = await sql<Readonly<Record<string, unknown>>>`
      select * from authority_entry where book = ${book} and request_number > ${last}
      order by request_number limit ${PAGE}`.execute(queries);
    for (const row of rows) yield asJson(row);
    last = Number(rows.at(-1)?.['request_number'] ?? last);
    if (rows.length < PAGE) return;
  }
}

function asJson(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { book: _, ...columns } = row;
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [propertyName(name), jsonValue(name, value)]),
  );
}

function propertyName(column: string): string {
  return column.replace(/_(?:json|der)$/, '').replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function jsonValue(column: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return encodePem(LABELS[column] ?? 'DATA', value);
  return column.endsWith('_json') && typeof value === 'string' ? JSON.parse(value) : value;
}
