import type { StoreScope } from '../../domain/request/stored-request.ts';
import type { CertificateFacts, CertificateReader } from '../../ports/certificate-reader.ts';
import type { CertificateEntry } from '../../ports/certificate-store.ts';
import type { ChainVerifier } from '../../ports/chain-verifier.ts';
import { chainAbove } from '../certificate-chain.ts';
import type { Deps } from '../deps.ts';

/**
 * Why the chain of a certificate does not lead to a trusted root, as the end of a sentence; undefined where it does.
 * Trusted are the roots of the machine's store and those of public CAs, which Windows brings. That a certificate has
 * expired, or is not valid yet, does not count: services go on with it.
 */
export async function untrustedReason(
  deps: Deps,
  scope: StoreScope,
  entry: CertificateEntry,
): Promise<string | undefined> {
  const { certificates } = deps.openState();
  const roots = await certificates.list(scope, { store: 'Root' });
  const reader = await deps.reader();
  const { certificate } = entry;
  const intermediates = await certificates.list(scope, { store: 'CA' });
  const judges = { reader, verifier: await deps.chainVerifier(), now: deps.clock.now() };
  const chain = chainAbove(reader, certificate, intermediates);
  const trusted = roots.map((root) => root.certificate);
  const problem =
    trusted.length === 0
      ? 'the store of trusted root certificates is empty'
      : await pathProblem(judges, { certificate, chain, trusted });
  if (problem === undefined) return undefined;
  const known = (await deps.publicRoots()).issuersOf([certificate, ...chain]);
  return known.length === 0 ? problem : pathProblem(judges, { certificate, chain, trusted: [...trusted, ...known] });
}

async function pathProblem(judges: Judges, path: Path): Promise<string | undefined> {
  const { reader, verifier, now } = judges;
  const at = withinValidity(reader.read(path.certificate), now);
  const problem = await verifier.problem({ ...path, at });
  if (problem === undefined || at === now) return problem;
  return (await isSignedFor(judges, path)) ? undefined : problem;
}

interface Judges {
  readonly reader: CertificateReader;
  readonly verifier: ChainVerifier;
  readonly now: Date;
}

interface Path {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly trusted: readonly Uint8Array[];
}

/**
 * Whether one of those who signed a certificate is trusted, each by its own dates: a certificate that ended before its
 * root was renewed has no moment at which all of its chain is valid.
 */
async function isSignedFor({ reader, verifier, now }: Judges, { certificate, chain, trusted }: Path): Promise<boolean> {
  for (const issuer of verifier.issuersOf(certificate, [...chain, ...trusted])) {
    const at = withinValidity(reader.read(issuer), now);
    if ((await verifier.problem({ certificate: issuer, chain, trusted, at })) === undefined) return true;
  }
  return false;
}

function withinValidity({ notBefore, notAfter }: CertificateFacts, now: Date): Date {
  if (now < notBefore) return notBefore;
  return now > notAfter ? notAfter : now;
}
