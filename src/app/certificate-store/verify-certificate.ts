import type { Host } from '../../ports/host.ts';
import { revocationOf } from '../assignment/revocation.ts';
import { chainAbove } from '../certificate-chain.ts';
import type { Deps } from '../deps.ts';
import { openStore } from './open-store.ts';

export interface CertificateToVerify {
  /** DER in Base64. */
  readonly certificate: string;
}

/**
 * What X509Certificate2.Verify() answers on the computer that is played: whether a chain leads to a root of its store
 * or of a public CA, all of it is valid now, and no embedded CA has revoked the certificate. Error `InvalidCertificate`.
 */
export async function verifyCertificate(
  deps: Deps,
  wanted: CertificateToVerify,
  host: Host,
): Promise<{ readonly valid: boolean }> {
  if (!deps.stateExists()) return { valid: false };
  const { deployment, scope } = await openStore(deps, host);
  const { certificates } = deps.openState();
  const reader = await deps.reader();
  const certificate = Buffer.from(wanted.certificate, 'base64');
  const facts = reader.read(certificate);
  const roots = await certificates.list(scope, { store: 'Root' });
  const intermediates = await certificates.list(scope, { store: 'CA' });
  const chain = chainAbove(reader, certificate, intermediates);
  const known = (await deps.publicRoots()).issuersOf([certificate, ...chain]);
  const trusted = [...roots.map((root) => root.certificate), ...known];
  const problem = await (await deps.chainVerifier()).problem({ certificate, chain, trusted, at: deps.clock.now() });
  return { valid: problem === undefined && (await revocationOf(deps, { deployment, scope }, facts)) === undefined };
}
