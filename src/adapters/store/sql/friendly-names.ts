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
  const names = choice.firstFree[Symbol.iterator]();
  for (let size = 8; ; size *= 8) {
    const candidates = take(names, size);
    if (candidates.length === 0) throw new Error('the series of friendly names came to its end');
    const taken = await takenOf(transaction, scope, candidates);
    const free = candidates.find((name) => !taken.has(name));
    if (free !== undefined) return free;
  }
}

function take(names: Iterator<string>, count: number): readonly string[] {
  const taken: string[] = [];
  while (taken.length < count) {
    const next = names.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}

/** Those of the names that a certificate or an open request of the scope has. */
async function takenOf(
  transaction: Transaction<StoreSchema>,
  scope: StoreScope,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const ofScope = scopeColumns(scope);
  const rows = await transaction
    .selectFrom('certificate')
    .select('friendly_name')
    .where((where) => where.and({ deployment: ofScope.deployment, machine: ofScope.machine }))
    .where('friendly_name', 'in', names)
    .union(
      transaction
        .selectFrom('request')
        .select('friendly_name')
        .where((where) => where.and({ deployment: ofScope.deployment, machine: ofScope.machine, archived: 0 }))
        .where('friendly_name', 'in', names),
    )
    .execute();
  return new Set(rows.map((row) => row.friendly_name));
}
