import type { Kysely, Transaction } from 'kysely';
import type { AuthorityIdentity } from '../../../domain/authority/book-entry.ts';
import type { StoreSchema } from './schema.ts';

/** Both in lower case. */
export interface BookName {
  readonly deployment: string;
  readonly config: string;
}

/** The book's number; the book is begun where there is none. */
export async function openBook(transaction: Transaction<StoreSchema>, name: BookName): Promise<number> {
  await transaction
    .insertInto('authority_book')
    .values(name)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await transaction
    .selectFrom('authority_book')
    .select('book')
    .where((where) => where.and(name))
    .executeTakeFirstOrThrow();
  return row.book;
}

/** The book's number where it belongs to the CA with this certificate. */
export async function bookOf(
  transaction: Transaction<StoreSchema>,
  name: BookName,
  issuer: Uint8Array,
): Promise<number | undefined> {
  const row = await transaction
    .selectFrom('authority_book')
    .select('book')
    .where((where) => where.and({ ...name, certificate_der: issuer }))
    .executeTakeFirst();
  return row?.book;
}

export async function readIdentity(
  queries: Kysely<StoreSchema>,
  name: BookName,
): Promise<AuthorityIdentity | undefined> {
  const row = await queries
    .selectFrom('authority_book')
    .select(['protected_key', 'certificate_der'])
    .where((where) => where.and(name))
    .executeTakeFirst();
  if (row?.protected_key == null || row.certificate_der === null) return undefined;
  return { protectedKey: row.protected_key, certificate: row.certificate_der };
}
