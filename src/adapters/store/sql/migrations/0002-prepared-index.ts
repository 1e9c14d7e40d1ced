import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Every command looks for rows whose process ended before it asked anybody; there are seldom any. */
export const preparedIndex: Migration = {
  version: 2,
  statements: [sql`create index request_prepared on request (row) where state = 'prepared'`],
};
