import type { Kysely, Transaction } from 'kysely';
import { commandError } from '../../../domain/errors/catalogue.ts';
import type { RequestChange, StepResult } from '../../../domain/request/request-change.ts';
import { mayBecome, type RequestState } from '../../../domain/request/request-state.ts';
import type { Actor, RequestStep, StoredRequest } from '../../../domain/request/stored-request.ts';
import { addPlaceholder, dropPlaceholder } from './add-certificates.ts';
import { actorFromJson, actorToJson } from './json-columns.ts';
import { deleteKey } from './key-erasure.ts';
import { requestIdFor } from './request-number.ts';
import { keyOfRequest, REQUEST_COLUMNS, requestFromRow, stateColumns, stateFromText } from './request-rows.ts';
import type { StoreSchema } from './schema.ts';

/**
 * Compare and swap: the request passes to `to` if it still is in the state it was read in, else nothing changes and
 * the answer says how it is now.
 */
export async function recordStep(
  transaction: Transaction<StoreSchema>,
  request: StoredRequest,
  to: RequestState,
  change: RequestChange,
  by: Actor,
): Promise<StepResult> {
  refuseForbiddenStep(request.state, to);
  const row = await transaction
    .updateTable('request')
    .set({
      ...stateColumns(to),
      ...(await changeColumns(transaction, request, change)),
      updated_by_json: actorToJson(by),
    })
    .where((where) => where.and({ row: request.row, state: request.state }))
    .returning(REQUEST_COLUMNS)
    .executeTakeFirst();
  if (row === undefined) return { applied: false, request: await reread(transaction, request) };
  await transaction
    .insertInto('request_step')
    .values({ request_row: request.row, from_state: request.state, to_state: to, by_json: actorToJson(by) })
    .execute();
  const changed = requestFromRow(row);
  if (change.placeholder !== undefined) await addPlaceholder(transaction, changed, change.placeholder, by.at);
  return { applied: true, request: changed };
}

/** The step to a state whose row is kept for the audit only: it gives up its RequestId and its key. */
export async function archive(
  transaction: Transaction<StoreSchema>,
  request: StoredRequest,
  to: 'cleared' | 'failed',
  change: RequestChange,
  by: Actor,
): Promise<StepResult> {
  const result = await recordStep(transaction, request, to, change, by);
  if (!result.applied) return result;
  await dropPlaceholder(transaction, request.row);
  const key = await keyOfRequest(transaction, request.row);
  await transaction
    .updateTable('request')
    .set({ private_key_id: null, request_id: null })
    .where('row', '=', request.row)
    .execute();
  if (key !== null) await deleteKey(transaction, key);
  return result;
}

/** The steps of a request in their order. Throws DamagedRow. */
export async function stepsOf(queries: Kysely<StoreSchema>, requestRow: number): Promise<readonly RequestStep[]> {
  const rows = await queries
    .selectFrom('request_step')
    .select(['from_state', 'to_state', 'by_json'])
    .where('request_row', '=', requestRow)
    .orderBy('step')
    .execute();
  return rows.map((row) => ({
    from: row.from_state === null ? undefined : stateFromText(row.from_state),
    to: stateFromText(row.to_state),
    by: actorFromJson(row.by_json),
  }));
}

async function changeColumns(transaction: Transaction<StoreSchema>, request: StoredRequest, change: RequestChange) {
  const { caRequestId, disposition, poll } = change;
  return {
    ...(caRequestId !== undefined && {
      ca_request_id: caRequestId,
      request_id: await requestIdFor(transaction, request, caRequestId),
    }),
    ...(disposition !== undefined && { disposition_json: JSON.stringify(disposition) }),
    ...(poll !== undefined && { poll_json: JSON.stringify(poll) }),
  };
}

async function reread(transaction: Transaction<StoreSchema>, request: StoredRequest): Promise<StoredRequest> {
  const row = await transaction
    .selectFrom('request')
    .select(REQUEST_COLUMNS)
    .where('row', '=', request.row)
    .executeTakeFirstOrThrow();
  return requestFromRow(row);
}

function refuseForbiddenStep(from: RequestState, to: RequestState): void {
  if (mayBecome(from, to)) return;
  throw commandError('InternalError', { detail: `a request that is ${from} cannot become ${to}` });
}
