import type { Insertable, Kysely } from 'kysely';
import { type CertificateUse, parseCertificateUse } from '../../../domain/certificate-use.ts';
import { parseKeyAlgorithm } from '../../../domain/request/key-algorithm.ts';
import { isRequestState, REQUEST_STATES, type RequestState } from '../../../domain/request/request-state.ts';
import type { Actor, StoredRequest, StoreScope } from '../../../domain/request/stored-request.ts';
import type { NewRequest } from '../../../ports/request-store.ts';
import { actorFromJson, actorToJson, dispositionFromJson, pollFromJson, stringListFromJson } from './json-columns.ts';
import { RepeatedValues } from './repeated-values.ts';
import type { RequestRow, StoreSchema } from './schema.ts';
import { DamagedRow } from './store-fault.ts';

/** All that a StoredRequest is made of: every column but the request itself and its key. */
export const REQUEST_COLUMNS = [
  'row',
  'deployment',
  'machine',
  'state',
  'request_id',
  'ca',
  'ca_request_id',
  'template',
  'uses_json',
  'subject',
  'alternative_names_json',
  'friendly_name',
  'key_algorithm',
  'exportable',
  'output',
  'request_sha256',
  'spki_sha256',
  'topology_path',
  'topology_sha256',
  'disposition_json',
  'poll_json',
  'thumbprint',
  'prepared_by_json',
  'updated_by_json',
] as const satisfies readonly (keyof RequestRow)[];

type ReadRow = Pick<RequestRow, (typeof REQUEST_COLUMNS)[number]>;

/** The columns that name a scope: in lower case, since both names compare without case. */
export function scopeColumns(scope: StoreScope): { readonly deployment: string; readonly machine: string } {
  return { deployment: scope.deployment.toLowerCase(), machine: scope.machine.toLowerCase() };
}

/** The columns that go with a state. */
export function stateColumns(state: RequestState) {
  const { listed, archived } = REQUEST_STATES[state];
  return { state, listed: listed ? 1 : 0, archived: archived ? 1 : 0 };
}

/** The number of the key that a request has; null once it is deleted. */
export async function keyOfRequest(queries: Kysely<StoreSchema>, row: number): Promise<number | null> {
  const held = await queries
    .selectFrom('request')
    .select('private_key_id')
    .where('row', '=', row)
    .executeTakeFirstOrThrow();
  return held.private_key_id;
}

export function requestToRow(
  request: NewRequest,
  friendlyName: string,
  privateKeyId: number,
  by: Actor,
): Insertable<StoreSchema['request']> {
  return {
    ...scopeColumns(request.scope),
    ...stateColumns(request.state),
    ca: request.ca,
    ca_request_id: '',
    template: request.template,
    uses_json: JSON.stringify(request.uses),
    subject: request.subject,
    alternative_names_json: JSON.stringify(request.alternativeNames),
    friendly_name: friendlyName,
    key_algorithm: request.keyAlgorithm,
    exportable: request.exportable ? 1 : 0,
    output: request.output,
    request_der: request.requestDer,
    request_sha256: request.requestSha256,
    spki_sha256: request.spkiSha256,
    topology_path: request.topology.path,
    topology_sha256: request.topology.sha256,
    private_key_id: privateKeyId,
    prepared_by_json: actorToJson(by),
    updated_by_json: actorToJson(by),
  };
}

/** Throws DamagedRow for what `requestToRow` and the steps cannot have written. */
export function requestFromRow(row: ReadRow, values = new RepeatedValues()): StoredRequest {
  const keyAlgorithm = parseKeyAlgorithm(row.key_algorithm);
  if (keyAlgorithm === undefined) throw new DamagedRow(`request ${row.row} has the key algorithm ${row.key_algorithm}`);
  return {
    row: row.row,
    scope: { deployment: values.text(row.deployment), machine: values.text(row.machine) },
    state: stateFromText(row.state),
    requestId: row.request_id ?? -row.row,
    uses: values.read(row.uses_json, usesFromJson),
    ca: values.text(row.ca),
    caRequestId: row.ca_request_id,
    template: values.text(row.template),
    subject: row.subject,
    alternativeNames: values.read(row.alternative_names_json, stringListFromJson),
    friendlyName: row.friendly_name,
    keyAlgorithm,
    exportable: row.exportable === 1,
    output: row.output,
    requestSha256: row.request_sha256,
    spkiSha256: row.spki_sha256,
    topology: { path: values.text(row.topology_path), sha256: values.text(row.topology_sha256) },
    disposition: row.disposition_json === null ? undefined : values.read(row.disposition_json, dispositionFromJson),
    poll: row.poll_json === null ? undefined : pollFromJson(row.poll_json),
    thumbprint: row.thumbprint ?? undefined,
    preparedBy: actorFromJson(row.prepared_by_json, (text) => values.text(text)),
    updatedBy: actorFromJson(row.updated_by_json, (text) => values.text(text)),
  };
}

export function stateFromText(text: string): RequestState {
  if (!isRequestState(text)) throw new DamagedRow(`a request has the state ${text}`);
  return text;
}

function usesFromJson(json: string): readonly CertificateUse[] {
  return stringListFromJson(json).map(useFromText);
}

function useFromText(text: string): CertificateUse {
  const use = parseCertificateUse(text);
  if (use === undefined) throw new DamagedRow(`a request has the use ${text}`);
  return use;
}
