import { initial } from './0001-initial.ts';
import { preparedIndex } from './0002-prepared-index.ts';
import { authorityOperation } from './0003-authority-operation.ts';
import { assignments } from './0004-assignments.ts';
import type { Migration } from './migration.ts';

/** All steps in order. */
export const MIGRATIONS: readonly Migration[] = [initial, preparedIndex, authorityOperation, assignments];
