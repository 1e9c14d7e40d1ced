import type { StoreScope } from '../../domain/request/stored-request.ts';
import type { CertificateFacts } from '../../ports/certificate-reader.ts';
import type { CertificateEntry } from '../../ports/certificate-store.ts';
import type { Deps } from '../deps.ts';

/** Largest chain that is followed. */
const LONGEST_CHAIN = 10;

/**
 * Why the chain of a certificate does not lead to a root of the machine's store, as the end of a sentence; undefined
 * where it does. That a certificate has expired, or is not valid yet, does not count: services go on with it.
 */
export async function untrustedReason(
  deps: Deps,
  scope: StoreScope,
  entry: CertificateEntry,
): Promise<string | undefined> {
  const { certificates } = deps.openState();
  const roots = await certificates.list(scope, { store: 'Root' });
  if (roots.length === 0) return 'the store of trusted root certificates is empty';
  const reader = await deps.reader();
  const { certificate } = entry;
  const facts = reader.read(certificate);
  const intermediates = (await certificates.list(scope, { store: 'CA' })).map((other) => ({
    der: other.certificate,
    facts: reader.read(other.certificate),
  }));
  return (await deps.chainVerifier()).problem({
    certificate,
    chain: chainAbove(facts, intermediates),
    trusted: roots.map((root) => root.certificate),
    at: withinValidity(facts, deps.clock.now()),
  });
}

interface Intermediate {
  readonly der: Uint8Array;
  readonly facts: CertificateFacts;
}

/** The intermediates that may stand above a certificate, by the names of their issuers. */
function chainAbove(facts: CertificateFacts, intermediates: readonly Intermediate[]): readonly Uint8Array[] {
  const chain = new Set<Uint8Array>();
  let issuers = new Set([facts.issuer]);
  for (let length = 0; issuers.size > 0 && length < LONGEST_CHAIN; length++) {
    const above = intermediates.filter(({ der, facts: { subject } }) => issuers.has(subject) && !chain.has(der));
    for (const { der } of above) chain.add(der);
    issuers = new Set(above.map((one) => one.facts.issuer));
  }
  return [...chain];
}

function withinValidity({ notBefore, notAfter }: CertificateFacts, now: Date): Date {
  if (now < notBefore) return notBefore;
  return now > notAfter ? notAfter : now;
}
