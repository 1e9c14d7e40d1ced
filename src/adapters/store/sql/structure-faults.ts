import { type Kysely, sql } from 'kysely';
import { REQUEST_STATES } from '../../../domain/request/request-state.ts';
import type { StoreSchema } from './schema.ts';

/** What contradicts itself in the database, one sentence each, for people who look after the store. */
export async function structureFaults(queries: Kysely<StoreSchema>): Promise<readonly string[]> {
  return [
    ...(await pageFaults(queries)),
    ...(await danglingReferences(queries)),
    ...(await orphanedKeys(queries)),
    ...(await wrongFlags(queries)),
  ];
}

async function pageFaults(queries: Kysely<StoreSchema>): Promise<readonly string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(queries);
  return rows.flatMap((row) => (row.integrity_check === 'ok' ? [] : [`The database: ${row.integrity_check}.`]));
}

async function danglingReferences(queries: Kysely<StoreSchema>): Promise<readonly string[]> {
  const { rows } = await sql<{ table: string; rowid: number; parent: string }>`pragma foreign_key_check`.execute(
    queries,
  );
  return rows.map(
    ({ table, rowid, parent }) => `Row ${rowid} of "${table}" refers to a row of "${parent}" that is missing.`,
  );
}

async function orphanedKeys(queries: Kysely<StoreSchema>): Promise<readonly string[]> {
  const { rows } = await sql<{ id: number }>`
    select id from private_key
    except select private_key_id from request
    except select private_key_id from certificate`.execute(queries);
  return rows.map(({ id }) => `The private key ${id} belongs to no request and no certificate.`);
}

/** The flags beside a state are what an index serves: a wrong one would hide the request. */
async function wrongFlags(queries: Kysely<StoreSchema>): Promise<readonly string[]> {
  const rows = await queries.selectFrom('request').select(['row', 'state', 'listed', 'archived']).execute();
  return rows.flatMap(({ row, state, listed, archived }) => {
    const rule = Object.entries(REQUEST_STATES).find(([name]) => name === state)?.[1];
    if (rule === undefined) return [`Request ${row} is in the state "${state}", which there is not.`];
    const right = rule.listed === (listed === 1) && rule.archived === (archived === 1);
    return right ? [] : [`Request ${row} is "${state}", but ${listed === 1 ? '' : 'not '}listed.`];
  });
}
