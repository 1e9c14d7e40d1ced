import { isCommandError } from '../../domain/errors/command-error.ts';
import { REQUEST_STATES } from '../../domain/request/request-state.ts';
import type {
  Inspected,
  InspectedBook,
  InspectedCertificate,
  InspectedRequest,
  StoreView,
} from '../../ports/store-inspector.ts';
import type { Deps } from '../deps.ts';

/**
 * Looks through the whole store: its structure, digests of requests, keys that decrypt and match, certificates that
 * have their keys. Changes nothing. A store that cannot even be opened as one is a finding too.
 */
export async function checkStore(deps: Deps): Promise<readonly string[]> {
  if (!deps.stateExists()) return [];
  try {
    return await deps.inspector().inspect((view) => findings(deps, view));
  } catch (error) {
    if (isCommandError(error) && error.code === 'StoreDamaged') return [error.message];
    throw error;
  }
}

async function findings(deps: Deps, view: StoreView): Promise<readonly string[]> {
  const found = [...(await view.faults())];
  const certified = new Set<number>();
  for await (const certificate of view.certificates()) {
    if (
      'row' in certificate &&
      certificate.row.entry.store === 'My' &&
      certificate.row.entry.requestRow !== undefined
    ) {
      certified.add(certificate.row.entry.requestRow);
    }
    found.push(...(await ofRow(certificate, (row) => ofCertificate(deps, row))));
  }
  for await (const request of view.requests()) {
    found.push(...(await ofRow(request, (row) => ofRequest(deps, row, certified.has(row.request.row)))));
  }
  for await (const book of view.books()) found.push(...(await ofBook(deps, book)));
  return found;
}

async function ofRow<Row>(
  inspected: Inspected<Row>,
  check: (row: Row) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  return 'fault' in inspected ? [inspected.fault] : check(inspected.row);
}

async function ofRequest(deps: Deps, inspected: InspectedRequest, isCertified: boolean): Promise<readonly string[]> {
  const { request, digest, history, privateKey } = inspected;
  const name = `Request ${request.row} ("${request.state}", ${request.subject})`;
  const found: string[] = [];
  if (digest !== request.requestSha256) found.push(`${name}: the request has changed since it was made.`);
  if (history.at(-1)?.to !== request.state) found.push(`${name}: its last step led to "${history.at(-1)?.to}".`);
  if (request.state === 'imported' && !isCertified) found.push(`${name}: its certificate is missing.`);
  if (REQUEST_STATES[request.state].archived) {
    if (privateKey !== undefined) found.push(`${name}: its private key is still there.`);
    // That of an imported request is its certificate's.
  } else if (!isCertified) {
    if (privateKey === undefined) found.push(`${name}: its private key is missing.`);
    else found.push(...(await ofKey(deps, name, privateKey, request.spkiSha256)));
  }
  return found;
}

async function ofCertificate(deps: Deps, { entry }: InspectedCertificate): Promise<readonly string[]> {
  const name = `Certificate ${entry.thumbprint} in "${entry.store}"`;
  if (entry.privateKey === undefined) {
    // One from a file may come without a key, and one that was removed may have lost it.
    return entry.requestRow === undefined || entry.removed ? [] : [`${name}: its private key is missing.`];
  }
  return ofKey(deps, name, entry.privateKey, (await deps.reader()).read(entry.certificate).spkiSha256);
}

async function ofBook(deps: Deps, book: InspectedBook): Promise<readonly string[]> {
  const name = `The embedded CA "${book.config}" of "${book.deployment}"`;
  const { certificate, protectedKey } = book;
  if (certificate === undefined && protectedKey === undefined) return [];
  if (certificate === undefined) return [`${name}: its certificate is missing.`];
  if (protectedKey === undefined) return [`${name}: its private key is missing.`];
  return ofKey(deps, name, protectedKey, (await deps.reader()).read(certificate).spkiSha256);
}

/** A lost key-protection key makes every key a finding, each with the reason. */
async function ofKey(deps: Deps, name: string, pem: string, spkiSha256: string): Promise<readonly string[]> {
  try {
    const pkcs8 = await deps.openState().keys.reveal(pem);
    if (deps.keyReader.spkiSha256(pkcs8) === spkiSha256) return [];
    return [`${name}: its private key belongs to something else.`];
  } catch (error) {
    if (!isCommandError(error)) throw error;
    return [`${name}: ${error.message}`];
  }
}
