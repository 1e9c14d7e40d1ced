import type { Transaction } from 'kysely';
import type { Replaced, RevocationListContent, RevokedCertificate } from '../../../domain/authority/book-entry.ts';
import type { BookName } from './authority-book-rows.ts';
import { revocationFromRow } from './authority-entry-rows.ts';
import type { AuthorityEntryRow, StoreSchema } from './schema.ts';
import { DamagedRow } from './store-fault.ts';

/** Number and content belong together, so they are taken in one transaction. */
export async function takeRevocationList(
  transaction: Transaction<StoreSchema>,
  name: BookName,
  issuer: Uint8Array,
): Promise<RevocationListContent | Replaced> {
  const taken = await transaction
    .updateTable('authority_book')
    .set((column) => ({ last_list_number: column('last_list_number', '+', 1) }))
    .where((where) => where.and({ ...name, certificate_der: issuer }))
    .returning(['book', 'last_list_number'])
    .executeTakeFirst();
  if (taken === undefined) return 'replaced';
  const rows = await transaction
    .selectFrom('authority_entry')
    .select(['request_number', 'serial_number', 'revocation_reason', 'revoked_at'])
    .where((where) => where.and({ book: taken.book, disposition: 'revoked' }))
    .orderBy('request_number')
    .execute();
  return { number: taken.last_list_number, revoked: rows.map(revokedFromRow) };
}

function revokedFromRow(
  row: Pick<AuthorityEntryRow, 'request_number' | 'serial_number' | 'revocation_reason' | 'revoked_at'>,
): RevokedCertificate {
  const revocation = revocationFromRow(row);
  if (row.serial_number === null || revocation === undefined) {
    throw new DamagedRow(`entry ${row.request_number} of a CA was revoked without a serial number or a reason`);
  }
  return { ...revocation, serialNumber: row.serial_number };
}
