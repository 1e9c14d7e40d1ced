import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { InspectedAssignment, InspectedCertificate, InspectedRequest } from '../../../ports/store-inspector.ts';
import { entryFromRow } from './certificate-rows.ts';
import { actorFromJson } from './json-columns.ts';
import { requestFromRow } from './request-rows.ts';
import { stepsOf } from './request-steps.ts';
import type { CertificateRow, RequestRow, StoreSchema } from './schema.ts';

/** Rows read at a time: these are whole, with their documents. */
const PAGE = 100;

type WithKey<Row> = Row & { readonly pem: string | null };

/** All requests with their keys, archived ones too, in the order they were made. */
export async function* requestPages(queries: Kysely<StoreSchema>): AsyncIterable<WithKey<RequestRow>> {
  for (let last = 0; ; ) {
    const rows = await queries
      .selectFrom('request')
      .leftJoin('private_key', 'private_key.id', 'request.private_key_id')
      .selectAll('request')
      .select('private_key.pem')
      .where('row', '>', last)
      .orderBy('row')
      .limit(PAGE)
      .execute();
    yield* rows;
    last = rows.at(-1)?.row ?? last;
    if (rows.length < PAGE) return;
  }
}

/** All certificates of all stores with their keys, in the order they were added. */
export async function* certificatePages(queries: Kysely<StoreSchema>): AsyncIterable<WithKey<CertificateRow>> {
  for (let last = 0; ; ) {
    const rows = await queries
      .selectFrom('certificate')
      .leftJoin('private_key', 'private_key.id', 'certificate.private_key_id')
      .selectAll('certificate')
      .select('private_key.pem')
      .where('entry', '>', last)
      .orderBy('entry')
      .limit(PAGE)
      .execute();
    yield* rows;
    last = rows.at(-1)?.entry ?? last;
    if (rows.length < PAGE) return;
  }
}

/** All changes of assignments in their order. Throws DamagedRow. */
export async function* assignmentPages(queries: Kysely<StoreSchema>): AsyncIterable<InspectedAssignment> {
  for (let last = 0; ; ) {
    const rows = await queries
      .selectFrom('assignment_step')
      .selectAll()
      .where('step', '>', last)
      .orderBy('step')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      yield {
        deployment: row.deployment,
        scope: row.scope,
        use: row.certificate_use,
        thumbprint: row.thumbprint ?? '',
        previousThumbprint: row.previous_thumbprint ?? '',
        effective: row.effective_at ?? '',
        by: actorFromJson(row.by_json),
      };
    }
    last = rows.at(-1)?.step ?? last;
    if (rows.length < PAGE) return;
  }
}

/** Throws DamagedRow. */
export async function readRequest(queries: Kysely<StoreSchema>, row: WithKey<RequestRow>): Promise<InspectedRequest> {
  return {
    request: requestFromRow(row),
    history: await stepsOf(queries, row.row),
    requestDer: row.request_der,
    digest: hash('sha256', row.request_der, 'hex'),
    privateKey: row.pem ?? undefined,
  };
}

/** Throws DamagedRow. */
export function readCertificate(row: WithKey<CertificateRow>): InspectedCertificate {
  return { scope: { deployment: row.deployment, machine: row.machine }, entry: entryFromRow(row) };
}
