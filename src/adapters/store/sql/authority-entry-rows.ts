import type { Insertable } from 'kysely';
import {
  BOOK_DISPOSITIONS,
  type BookDecision,
  type BookDisposition,
  type BookEntry,
  type BookLine,
  type NumberedBookEntry,
  type Revocation,
} from '../../../domain/authority/book-entry.ts';
import { parseRevocationReason } from '../../../domain/authority/revocation-reason.ts';
import { dateFromText, stringListFromJson } from './json-columns.ts';
import type { AuthorityEntryRow, StoreSchema } from './schema.ts';
import { DamagedRow } from './store-fault.ts';

/** What a list reads: no page of a certificate or request is touched. */
export const LINE_COLUMNS = [
  'request_number',
  'request_sha256',
  'disposition',
  'hresult',
  'message',
  'serial_number',
  'thumbprint',
  'template',
  'requester',
  'entered_at',
  'subject',
  'alternative_names_json',
  'resolved_at',
  'revocation_reason',
  'revoked_at',
] as const satisfies readonly (keyof AuthorityEntryRow)[];

type LineRow = Pick<AuthorityEntryRow, (typeof LINE_COLUMNS)[number]>;

export function entryToRow(
  book: number,
  requestNumber: number,
  entry: BookEntry,
): Insertable<StoreSchema['authority_entry']> {
  return {
    book,
    request_number: requestNumber,
    request_sha256: entry.requestSha256,
    subject: entry.subject,
    alternative_names_json: JSON.stringify(entry.alternativeNames),
    template: entry.template,
    requester: entry.requester,
    entered_at: entry.when.toISOString(),
    request_der: entry.request ?? null,
    ...decisionColumns(entry),
  };
}

export function decisionColumns(decision: BookDecision) {
  return {
    disposition: decision.disposition,
    hresult: decision.hresult,
    message: decision.message,
    warnings_json: JSON.stringify(decision.warnings),
    certificate_der: decision.certificate ?? null,
    serial_number: decision.serialNumber ?? null,
    thumbprint: decision.thumbprint ?? null,
    resolved_at: decision.resolvedWhen?.toISOString() ?? null,
    revocation_reason: decision.revocation?.reason ?? null,
    revoked_at: decision.revocation?.when.toISOString() ?? null,
  };
}

export function entryFromRow(row: AuthorityEntryRow): NumberedBookEntry {
  return {
    ...lineFromRow(row),
    warnings: stringListFromJson(row.warnings_json),
    certificate: row.certificate_der ?? undefined,
    request: row.request_der ?? undefined,
    polls: row.polls,
  };
}

export function lineFromRow(row: LineRow): BookLine {
  return {
    requestNumber: row.request_number,
    requestSha256: row.request_sha256,
    subject: row.subject,
    alternativeNames: stringListFromJson(row.alternative_names_json),
    template: row.template,
    requester: row.requester,
    when: dateFromText(row.entered_at),
    disposition: dispositionFromRow(row),
    hresult: row.hresult,
    message: row.message,
    serialNumber: row.serial_number ?? undefined,
    thumbprint: row.thumbprint ?? undefined,
    resolvedWhen: row.resolved_at === null ? undefined : dateFromText(row.resolved_at),
    revocation: revocationFromRow(row),
  };
}

export function revocationFromRow(
  row: Pick<AuthorityEntryRow, 'request_number' | 'revocation_reason' | 'revoked_at'>,
): Revocation | undefined {
  if (row.revocation_reason === null || row.revoked_at === null) return undefined;
  const reason = parseRevocationReason(row.revocation_reason);
  if (reason === undefined) {
    throw new DamagedRow(`entry ${row.request_number} of a CA was revoked for ${row.revocation_reason}`);
  }
  return { reason, when: dateFromText(row.revoked_at) };
}

function dispositionFromRow({ disposition, request_number: number }: LineRow): BookDisposition {
  const known = BOOK_DISPOSITIONS.find((name) => name === disposition);
  if (known === undefined) throw new DamagedRow(`entry ${number} of a CA has the disposition ${disposition}`);
  return known;
}
