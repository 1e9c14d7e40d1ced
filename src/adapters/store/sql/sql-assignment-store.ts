import type { Transaction } from 'kysely';
import type { Assignment, AssignmentPlace } from '../../../domain/assignment/assignment.ts';
import { CERTIFICATE_USES, parseCertificateUse } from '../../../domain/certificate-use.ts';
import type { Actor, StoreScope } from '../../../domain/request/stored-request.ts';
import type { AssignmentChange, AssignmentStore, DecideAssignment } from '../../../ports/assignment-store.ts';
import { actorToJson, dateFromText } from './json-columns.ts';
import { scopeColumns } from './request-rows.ts';
import type { AssignmentRow, StoreSchema } from './schema.ts';
import type { SqlStore } from './sql-store.ts';
import { DamagedRow } from './store-fault.ts';

/** What stands in the column `scope` for the whole deployment. */
const GLOBAL = '';

/** Assignments in the SQL store; see the port for what each method promises. */
export class SqlAssignmentStore implements AssignmentStore {
  readonly #store: SqlStore;

  constructor(store: SqlStore) {
    this.#store = store;
  }

  list(scope: StoreScope): Promise<readonly Assignment[]> {
    return this.#store.run(async (queries) => {
      const { deployment, machine } = scopeColumns(scope);
      const rows = await queries
        .selectFrom('assignment')
        .selectAll()
        .where('deployment', '=', deployment)
        .where('scope', 'in', [machine, GLOBAL])
        .execute();
      return rows.map(assignmentFromRow).toSorted(byLevelAndUse);
    });
  }

  update(
    scope: StoreScope,
    places: readonly AssignmentPlace[],
    decide: DecideAssignment,
    by: Actor,
  ): Promise<readonly AssignmentChange[]> {
    const { deployment, machine } = scopeColumns(scope);
    return this.#store.change(async (transaction) => {
      const changes: AssignmentChange[] = [];
      for (const { level, use } of places) {
        const key = { deployment, scope: level === 'global' ? GLOBAL : machine, certificate_use: use };
        changes.push(await updateOne(transaction, key, { level, use }, decide, by));
      }
      return changes;
    });
  }
}

type AssignmentKey = Pick<AssignmentRow, 'deployment' | 'scope' | 'certificate_use'>;

async function updateOne(
  transaction: Transaction<StoreSchema>,
  key: AssignmentKey,
  place: AssignmentPlace,
  decide: DecideAssignment,
  by: Actor,
): Promise<AssignmentChange> {
  const row = await transaction
    .selectFrom('assignment')
    .selectAll()
    .where((where) => where.and(key))
    .executeTakeFirst();
  const before = row === undefined ? undefined : assignmentFromRow(row);
  const after = decide(place, before);
  await transaction
    .deleteFrom('assignment')
    .where((where) => where.and(key))
    .execute();
  if (after !== undefined) {
    const values = { ...key, ...certificateColumns(after), machine: after.machine.toLowerCase() };
    await transaction.insertInto('assignment').values(values).execute();
  }
  await transaction
    .insertInto('assignment_step')
    .values({
      ...key,
      ...(after === undefined ? {} : certificateColumns(after)),
      by_json: actorToJson(by),
    })
    .execute();
  return { ...place, before, after };
}

function certificateColumns({ thumbprint, previousThumbprint, effectiveWhen }: Assignment) {
  return {
    thumbprint,
    previous_thumbprint: previousThumbprint ?? null,
    effective_at: effectiveWhen?.toISOString() ?? null,
  };
}

function assignmentFromRow(row: AssignmentRow): Assignment {
  const use = parseCertificateUse(row.certificate_use);
  if (use === undefined) throw new DamagedRow(`an assignment has the use ${row.certificate_use}`);
  return {
    level: row.scope === GLOBAL ? 'global' : 'computer',
    use,
    thumbprint: row.thumbprint,
    previousThumbprint: row.previous_thumbprint ?? undefined,
    effectiveWhen: row.effective_at === null ? undefined : dateFromText(row.effective_at),
    machine: row.machine,
  };
}

function byLevelAndUse(one: Assignment, other: Assignment): number {
  if (one.level !== other.level) return one.level === 'computer' ? -1 : 1;
  return CERTIFICATE_USES.indexOf(one.use) - CERTIFICATE_USES.indexOf(other.use);
}
