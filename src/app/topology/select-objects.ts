import { commandError } from '../../domain/errors/catalogue.ts';
import { sameHost } from '../../domain/fqdn.ts';
import type { ProductObject } from '../../domain/product-object.ts';
import { Wildcard } from '../../domain/wildcard.ts';
import type { Host } from '../../ports/host.ts';

/** How every Get cmdlet of the topology chooses: one identity in any case, or a wildcard over the identities. */
export interface Selection {
  readonly Identity?: string;
  readonly Filter?: string;
}

/**
 * The objects that are asked for, in order; their text is their identity. An identity that none has is a
 * non-terminating error (`kind` names it in a sentence); a filter that matches nothing gives nothing.
 * Throws FilterInvalid.
 */
export function selectObjects(
  objects: readonly ProductObject[],
  { Identity, Filter }: Selection,
  kind: string,
  host: Host,
): readonly ProductObject[] {
  if (Identity !== undefined) {
    const found = objects.filter(({ text }) => sameHost(text, Identity));
    if (found.length === 0) host.error(identityNotFound(kind, Identity, objects));
    return found;
  }
  if (Filter === undefined) return objects;
  const wildcard = Wildcard.parse(Filter);
  if (wildcard === undefined) throw commandError('FilterInvalid', { filter: Filter }, { target: Filter });
  return objects.filter(({ text }) => wildcard.matches(text));
}

/** The error for an identity that none of the objects has. */
function identityNotFound(kind: string, identity: string, objects: readonly ProductObject[]) {
  const known = [...new Set(objects.map(({ text }) => text))];
  return commandError('IdentityNotFound', { kind, identity, known }, { target: identity });
}
