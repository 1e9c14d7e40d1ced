import type { Transaction } from 'kysely';
import type { StoreScope } from '../../../domain/request/stored-request.ts';
import type { FriendlyNameChoice } from '../../../ports/request-store.ts';
import { scopeColumns } from './request-rows.ts';
import type { StoreSchema } from './schema.ts';

/** Settles a name inside the transaction that takes it, so that two processes never generate the same one. */
export async function chooseFriendlyName(
  transaction: Transaction<StoreSchema>,
  scope: StoreScope,
  choice: FriendlyNameChoice,
): Promise<string> {
  if ('given' in choice) return choice.given;
  for (const name of choice.firstFree) {
    if (!(await isTaken(transaction, scope, name))) return name;
  }
  throw new Error('the series of friendly names came to its end');
}

async function isTaken(transaction: Transaction<StoreSchema>, scope: StoreScope, name: string): Promise<boolean> {
  const { deployment, machine } = scopeColumns(scope);
  const certificate = await transaction
    .selectFrom('certificate')
    .select('entry')
    .where((where) => where.and({ deployment, machine, friendly_name: name }))
    .limit(1)
    .executeTakeFirst();
  if (certificate !== undefined) return true;
  const request = await transaction
    .selectFrom('request')
    .select('row')
    .where((where) => where.and({ deployment, machine, friendly_name: name, archived: 0 }))
    .limit(1)
    .executeTakeFirst();
  return request !== undefined;
}
