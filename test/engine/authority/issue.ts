import assert from 'node:assert/strict';
import type { LintedRequest } from '../../../src/domain/request/linter.ts';
import type { Issued } from '../../../src/domain/request/verdict.ts';
import type { CertificateAuthority } from '../../../src/ports/certificate-authority.ts';
import { runOn } from '../certificate/judges.ts';
import { authorities, CONFIG, request, SUBMISSION } from './rehearsal.ts';

/** What a CA issues on a request for WebServer; of a fresh CA and with a key on a curve unless others are given. */
export async function issue(
  authority: CertificateAuthority | undefined = authorities().find(CONFIG),
  linted?: LintedRequest,
): Promise<Issued> {
  assert.ok(authority);
  const verdict = await authority.submit(linted ?? (await request({ keyAlgorithm: 'ECDH_P256' })), SUBMISSION);
  assert.ok(verdict.kind === 'issued', `issued, not ${verdict.kind}`);
  return verdict;
}

/** A certificate as OpenSSL prints it. */
export function certificateText(der: Uint8Array): string {
  return runOn({ 'c.der': der }, 'openssl', ['x509', '-inform', 'DER', '-in', 'c.der', '-noout', '-text']);
}
