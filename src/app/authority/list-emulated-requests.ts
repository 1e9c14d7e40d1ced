import type { BookDisposition, BookLine } from '../../domain/authority/book-entry.ts';
import { asEmulatedRequest } from '../../domain/authority/emulated-request.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import type { Host } from '../../ports/host.ts';
import type { Deps } from '../deps.ts';
import { chosenAuthorities, type EmulatedAuthority } from './emulated-authorities.ts';

export interface EmulatedRequestFilter {
  /** Configuration string; absent: every CA. */
  readonly ca?: string;
  readonly disposition?: BookDisposition;
  readonly requestId?: number;
}

/**
 * Puts out what stands in the books of the embedded CAs, a CA after the other, each ascending by number. A number that
 * none of them has is an error; without a number nothing is no error.
 */
export async function listEmulatedRequests(deps: Deps, filter: EmulatedRequestFilter, host: Host): Promise<void> {
  const { requestId } = filter;
  const authorities = await chosenAuthorities(deps, filter.ca, (name) => host.environmentVariable(name));
  let found = 0;
  for (const authority of authorities) {
    for (const line of await linesOf(deps, authority, filter)) {
      host.output({ kind: 'EmulatedRequest', ...asEmulatedRequest(authority.config, line) });
      found++;
    }
  }
  if (requestId === undefined || found > 0) return;
  const config = authorities.map((authority) => authority.config).join('", "');
  throw commandError('EmulatedRequestNotFound', { requestId, config }, { target: String(requestId) });
}

async function linesOf(
  deps: Deps,
  { operator }: EmulatedAuthority,
  { disposition, requestId }: EmulatedRequestFilter,
): Promise<readonly BookLine[]> {
  if (!deps.stateExists()) return [];
  const lines = await operator.requests(disposition);
  return requestId === undefined ? lines : lines.filter(({ requestNumber }) => requestNumber === requestId);
}
