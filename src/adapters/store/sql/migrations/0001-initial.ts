import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * Requests, their steps, keys and certificates; apart from them the books of the embedded CAs. What is large and seldom
 * read comes last in a row: SQLite then leaves the pages it fills alone.
 */
export const initial: Migration = {
  version: 1,
  statements: [
    sql`create table private_key (
      id integer primary key autoincrement,
      pem text not null
    )`,
    sql`create table pending_erasure (private_key_id integer primary key)`,
    sql`create table request (
      row integer primary key autoincrement,
      deployment text not null,
      machine text not null,
      state text not null,
      listed integer not null,
      archived integer not null,
      request_id integer,
      ca text not null,
      ca_request_id text not null,
      template text not null,
      uses_json text not null,
      subject text not null,
      alternative_names_json text not null,
      friendly_name text not null,
      key_algorithm text not null,
      exportable integer not null,
      output text not null,
      request_sha256 text not null,
      spki_sha256 text not null,
      topology_path text not null,
      topology_sha256 text not null,
      disposition_json text,
      poll_json text,
      thumbprint text,
      private_key_id integer references private_key (id),
      prepared_by_json text not null,
      updated_by_json text not null,
      request_der blob not null
    )`,
    sql`create unique index request_by_id on request (deployment, machine, request_id)`,
    sql`create index request_listed on request (deployment, machine, listed, row)`,
    sql`create index request_by_name on request (deployment, machine, friendly_name)`,
    sql`create table request_step (
      step integer primary key autoincrement,
      request_row integer not null references request (row),
      from_state text,
      to_state text not null,
      by_json text not null
    )`,
    sql`create index request_step_by_request on request_step (request_row, step)`,
    sql`create table certificate (
      entry integer primary key autoincrement,
      deployment text not null,
      machine text not null,
      store text not null,
      thumbprint text not null,
      certificate_der blob not null,
      friendly_name text not null,
      private_key_id integer references private_key (id),
      exportable integer not null,
      request_row integer references request (row),
      added_at text not null
    )`,
    sql`create unique index certificate_by_thumbprint on certificate (deployment, machine, thumbprint, store)`,
    sql`create index certificate_by_name on certificate (deployment, machine, friendly_name)`,
    sql`create table key_protection (
      only integer primary key check (only = 1),
      source text not null,
      salt text not null,
      key_check text not null
    )`,
    sql`create table authority_book (
      book integer primary key autoincrement,
      deployment text not null,
      config text not null,
      last_request_number integer not null default 0,
      protected_key text,
      certificate_der blob
    )`,
    sql`create unique index authority_book_by_name on authority_book (deployment, config)`,
    sql`create table authority_entry (
      book integer not null references authority_book (book),
      request_number integer not null,
      request_sha256 text not null,
      disposition text not null,
      hresult integer not null,
      message text not null,
      warnings_json text not null,
      certificate_der blob,
      serial_number text,
      template text not null,
      requester text not null,
      entered_at text not null,
      primary key (book, request_number)
    )`,
    sql`create unique index authority_entry_by_serial on authority_entry (book, serial_number)`,
    sql`create index authority_entry_by_digest on authority_entry (book, request_sha256)`,
  ],
};
