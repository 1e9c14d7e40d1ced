import type { Transaction } from 'kysely';
import type { StoredRequest } from '../../../domain/request/stored-request.ts';
import { scopeColumns } from './request-rows.ts';
import type { StoreSchema } from './schema.ts';

const LARGEST_INT32 = 2_147_483_647;

/**
 * The RequestId that a CA's number gives (domain facts 10, "RequestId"): the number itself, or null, which stands for
 * minus the row, where it is no positive Int32 or names another request that a verb can still find.
 */
export async function requestIdFor(
  transaction: Transaction<StoreSchema>,
  request: StoredRequest,
  caRequestId: string,
): Promise<number | null> {
  if (!/^[1-9]\d{0,9}$/.test(caRequestId) || Number(caRequestId) > LARGEST_INT32) return null;
  const { deployment, machine } = scopeColumns(request.scope);
  const holder = await transaction
    .selectFrom('request')
    .select('row')
    .where((where) => where.and({ deployment, machine, request_id: Number(caRequestId) }))
    .executeTakeFirst();
  return holder === undefined || holder.row === request.row ? Number(caRequestId) : null;
}
