import type { StoreScope } from '../../domain/request/stored-request.ts';
import type { CertificateFacts } from '../../ports/certificate-reader.ts';
import type { CertificateEntry } from '../../ports/certificate-store.ts';
import { chainAbove } from '../certificate-chain.ts';
import type { Deps } from '../deps.ts';

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
  const intermediates = await certificates.list(scope, { store: 'CA' });
  return (await deps.chainVerifier()).problem({
    certificate,
    chain: chainAbove(reader, certificate, intermediates),
    trusted: roots.map((root) => root.certificate),
    at: withinValidity(facts, deps.clock.now()),
  });
}

function withinValidity({ notBefore, notAfter }: CertificateFacts, now: Date): Date {
  if (now < notBefore) return notBefore;
  return now > notAfter ? notAfter : now;
}
