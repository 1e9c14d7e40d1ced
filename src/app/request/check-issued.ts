import { commandError } from '../../domain/errors/catalogue.ts';
import type { IssuedMaterial } from '../../domain/request/request-change.ts';
import type { StoredRequest } from '../../domain/request/stored-request.ts';
import type { Issued } from '../../domain/request/verdict.ts';
import type { CertificateFacts } from '../../ports/certificate-reader.ts';
import { authorityStore } from '../certificate-chain.ts';
import type { Deps } from '../deps.ts';

/** Largest answer of a CA: bytes of all its certificates, and their number. */
const ANSWER_BYTES = 1024 * 1024;
const ANSWER_CERTIFICATES = 10;

export interface CheckedCertificate {
  readonly facts: CertificateFacts;
  readonly material: IssuedMaterial;
  /** Names that differ from the request's, as a sentence. */
  readonly difference: string | undefined;
}

/**
 * Checks an issued certificate before it is imported: it is for the request's key, no CA certificate, valid now, and
 * its chain leads to one of the CA's own certificates (`trusted`, DER). Sorts the chain into the stores Root and CA.
 * Throws `CertificateNotForRequest` or `IssuedCertificateRefused`.
 */
export async function checkIssued(
  deps: Deps,
  stored: StoredRequest,
  verdict: Issued,
  trusted: readonly Uint8Array[],
): Promise<CheckedCertificate> {
  const { certificate, chain } = verdict;
  const refused = (reason: string) =>
    commandError('IssuedCertificateRefused', { config: stored.ca, requestId: stored.requestId, reason });
  const excess = excessOf(verdict);
  if (excess !== undefined) throw refused(excess);
  const reader = await deps.reader();
  const facts = reader.read(certificate);
  if (facts.spkiSha256 !== stored.spkiSha256) {
    throw commandError('CertificateNotForRequest', { config: stored.ca, thumbprint: facts.thumbprint });
  }
  if (facts.isCa) throw refused('it is the certificate of a CA');
  const at = deps.clock.now();
  const problem = await (await deps.chainVerifier()).problem({ certificate, chain, trusted, at });
  if (problem !== undefined) throw refused(`its chain does not verify: ${problem}`);
  return {
    facts,
    material: {
      caRequestId: verdict.caRequestId,
      disposition: { hresult: 0, message: 'Issued' },
      certificate,
      chain: chain.map((der) => ({ store: authorityStore(reader.read(der)), certificate: der })),
    },
    difference: nameDifference(stored, facts),
  };
}

/** What an answer has too much of, as a sentence. */
function excessOf({ certificate, chain }: Issued): string | undefined {
  const size = [certificate, ...chain].reduce((sum, der) => sum + der.length, 0);
  if (size > ANSWER_BYTES) return 'the answer is larger than 1 MB';
  return chain.length < ANSWER_CERTIFICATES
    ? undefined
    : `the answer has more than ${ANSWER_CERTIFICATES} certificates`;
}

/** What a certificate's names differ in from those of its request, as a sentence; undefined where they are the same. */
export function nameDifference(stored: StoredRequest, facts: CertificateFacts): string | undefined {
  const missing = without(stored.alternativeNames, facts.alternativeNames);
  const added = without(facts.alternativeNames, stored.alternativeNames);
  const parts = [
    ...(facts.subject === stored.subject
      ? []
      : [`its subject is "${facts.subject}" and "${stored.subject}" was requested`]),
    ...(missing.length === 0 ? [] : [`it lacks ${missing.join(', ')}`]),
    ...(added.length === 0 ? [] : [`it has ${added.join(', ')} in addition`]),
  ];
  return parts.length === 0
    ? undefined
    : `The names of the certificate "${facts.thumbprint}" differ from the request: ${parts.join('; ')}.`;
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others.map((name) => name.toLowerCase()));
  return names.filter((name) => !known.has(name.toLowerCase()));
}
