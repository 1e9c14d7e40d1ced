import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * Certificates that are assigned to services, with the history of that, and certificates that were taken out of a store:
 * their rows stay with their keys, so that the same certificate can come back.
 */
export const assignments: Migration = {
  version: 4,
  statements: [
    sql`alter table certificate add column removed_at text`,
    sql`alter table certificate add column updated_by_json text`,
    sql`create index certificate_by_request on certificate (request_row) where request_row is not null`,
    sql`create table assignment (
      deployment text not null,
      scope text not null,
      certificate_use text not null,
      thumbprint text not null,
      previous_thumbprint text,
      effective_at text,
      machine text not null,
      primary key (deployment, scope, certificate_use)
    )`,
    sql`create table assignment_step (
      step integer primary key autoincrement,
      deployment text not null,
      scope text not null,
      certificate_use text not null,
      thumbprint text,
      previous_thumbprint text,
      effective_at text,
      by_json text not null
    )`,
  ],
};
