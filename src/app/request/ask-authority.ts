import type { StoredRequest } from '../../domain/request/stored-request.ts';
import type { Issued, Verdict } from '../../domain/request/verdict.ts';
import {
  type CertificateAuthority,
  type CertificateAuthorityDirectory,
  canFindRequests,
  canFollowRequests,
} from '../../ports/certificate-authority.ts';

/** What a CA says about a request that is open, or why it cannot be asked. */
export type Answer =
  | { readonly kind: 'issued'; readonly verdict: Issued; readonly authority: CertificateAuthority }
  | { readonly kind: 'verdict'; readonly verdict: Exclude<Verdict, Issued> }
  /** The CA is sure that the request never arrived. */
  | { readonly kind: 'never arrived' }
  /** The CA cannot be asked what became of a request whose answer was lost. */
  | { readonly kind: 'unknowable' };

/**
 * Asks the request's CA once, by its number or, where the answer to the submission was lost, by the request's digest.
 * Nothing is submitted again.
 */
export async function askAuthority(authorities: CertificateAuthorityDirectory, stored: StoredRequest): Promise<Answer> {
  const authority = authorities.find(stored.ca);
  if (authority === undefined) {
    const reason = 'The deployment has no certification authority of this name.';
    return { kind: 'verdict', verdict: { kind: 'unreachable', reason } };
  }
  if (stored.state === 'submitting' || stored.state === 'unknown') {
    if (!canFindRequests(authority)) return { kind: 'unknowable' };
    const verdict = await authority.findByDigest(stored.requestSha256);
    return verdict === undefined ? { kind: 'never arrived' } : answerFrom(verdict, authority);
  }
  if (!canFollowRequests(authority)) {
    return { kind: 'verdict', verdict: { kind: 'unsupported', reason: 'It cannot be asked about a request again.' } };
  }
  const { caRequestId, poll } = stored;
  return answerFrom(await authority.poll({ caRequestId, cookie: poll?.cookie ?? '' }), authority);
}

function answerFrom(verdict: Verdict, authority: CertificateAuthority): Answer {
  return verdict.kind === 'issued' ? { kind: 'issued', verdict, authority } : { kind: 'verdict', verdict };
}
