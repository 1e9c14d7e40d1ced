import assert from 'node:assert/strict';
import type { EmbeddedAuthority } from '../../../src/adapters/authority/embedded/embedded-authority.ts';
import type { CertificateAuthorityConfiguration } from '../../../src/domain/deployment/deployment.ts';
import type { LintedRequest } from '../../../src/domain/request/linter.ts';
import type { Verdict } from '../../../src/domain/request/verdict.ts';
import { isOperated, type OperatedAuthority } from '../../../src/ports/authority-operator.ts';
import {
  type CertificateAuthority,
  canFindRequests,
  canFollowRequests,
  type RequestFinder,
} from '../../../src/ports/certificate-authority.ts';
import { authorities, CONFIG, request, SUBMISSION } from './rehearsal.ts';

/** A CA from both sides; a poll needs no more than the number. */
export type Rehearsed = CertificateAuthority & RequestFinder & OperatedAuthority & { poll: EmbeddedAuthority['poll'] };

/** An embedded CA with these properties, through its ports. */
export function operated(
  configuration: Partial<CertificateAuthorityConfiguration>,
  deps: Parameters<typeof authorities>[1] = {},
): Rehearsed {
  const authority = authorities([configuration], deps).find(CONFIG);
  assert.ok(authority !== undefined && canFollowRequests(authority));
  assert.ok(canFindRequests(authority) && isOperated(authority));
  const { poll } = authority;
  return Object.assign(authority, {
    poll: ({ caRequestId }: { readonly caRequestId: string }) => poll.call(authority, { caRequestId, cookie: '' }),
  });
}

/** Submits a request of its own, or the one given. */
export async function submitTo(
  authority: CertificateAuthority,
  { template = 'WebServer', linted }: { readonly template?: string; readonly linted?: LintedRequest } = {},
): Promise<{ readonly verdict: Verdict; readonly sha256: string }> {
  const submitted = linted ?? (await request({ keyAlgorithm: 'ECDH_P256', template }));
  const verdict = await authority.submit(submitted, { ...SUBMISSION, template });
  return { verdict, sha256: submitted.encoded.sha256 };
}
