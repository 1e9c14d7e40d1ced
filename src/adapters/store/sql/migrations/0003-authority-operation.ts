import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * What an embedded CA needs to decide later: the request while it is pending, who it is for, when it was decided, why it
 * was revoked; counts of polls and submissions; numbers of revocation lists.
 */
export const authorityOperation: Migration = {
  version: 3,
  statements: [
    sql`alter table authority_book add column last_list_number integer not null default 0`,
    sql`alter table authority_entry add column subject text not null default ''`,
    sql`alter table authority_entry add column alternative_names_json text not null default '[]'`,
    sql`alter table authority_entry add column thumbprint text`,
    sql`alter table authority_entry add column resolved_at text`,
    sql`alter table authority_entry add column revocation_reason text`,
    sql`alter table authority_entry add column revoked_at text`,
    sql`alter table authority_entry add column polls integer not null default 0`,
    sql`alter table authority_entry add column request_der blob`,
    sql`update authority_entry set resolved_at = entered_at`,
    sql`create index authority_entry_by_disposition on authority_entry (book, disposition, request_number)`,
    sql`create table authority_submission (
      book integer not null references authority_book (book),
      counter text not null,
      submissions integer not null,
      primary key (book, counter)
    )`,
  ],
};
