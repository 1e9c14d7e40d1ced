import type { RawBuilder } from 'kysely';

/** One step of the schema. What has once been released is never edited: the next step is a file of its own. */
export interface Migration {
  /** Kept in the database as user_version. Ascending from 1 without gaps. */
  readonly version: number;
  readonly statements: readonly RawBuilder<unknown>[];
}
