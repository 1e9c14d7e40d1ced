import { createPrivateKey, randomBytes, randomUUID } from 'node:crypto';
import { EmbeddedAuthorities } from '../../../src/adapters/authority/embedded/embedded-authorities.ts';
import { nativeKeyProvider } from '../../../src/adapters/request-encoder/x509/key-provider.ts';
import { X509RequestEncoder } from '../../../src/adapters/request-encoder/x509/x509-request-encoder.ts';
import type { CertificateAuthorityConfiguration } from '../../../src/domain/deployment/deployment.ts';
import { type LintedRequest, lintRequest } from '../../../src/domain/request/linter.ts';
import type { RequestPlan } from '../../../src/domain/request/request-plan.ts';
import { subjectName } from '../../../src/domain/x500/distinguished-name.ts';
import type { CertificateAuthorityBooks } from '../../../src/ports/certificate-authority-book.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Entropy } from '../../../src/ports/entropy.ts';
import type { KeyProtector } from '../../../src/ports/key-protector.ts';
import { InMemoryBooks } from './in-memory-books.ts';

export const CONFIG = 'atl-ca-001.litwareinc.com\\myca';
export const SUBMISSION = { template: 'WebServer', credentials: undefined, requester: 'LITWAREINC\\kenmyer' };

const PLAN: RequestPlan = {
  subject: subjectName('pool1.litwareinc.com', { organization: 'Litware, Inc', country: 'US' }),
  alternativeNames: ['pool1.litwareinc.com', 'sip.litwareinc.com', '*.litwareinc.com'],
  keyAlgorithm: 'RSA',
  keySize: 2048,
  clientAuthentication: false,
  template: 'WebServer',
  clientInfo: undefined,
};

export const entropy: Entropy = { bytes: (length) => randomBytes(length), guid: () => randomUUID() };

/** Encrypts with the least of work, so that a test costs no more than its keys. */
export const protector: KeyProtector = {
  protect: async (pkcs8) =>
    createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
      .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'rehearsal' })
      .toString(),
  reveal: async (pem) =>
    createPrivateKey({ key: pem, passphrase: 'rehearsal' }).export({ format: 'der', type: 'pkcs8' }),
};

/** A clock that stands still until it is set. */
export function clockAt(start: string): Clock & { set(moment: string): void } {
  let moment = new Date(start);
  return {
    now: () => moment,
    set: (next) => {
      moment = new Date(next);
    },
  };
}

/** Notes how long it should have waited, and does not. */
export function pauses(): { readonly waited: number[]; pause(milliseconds: number): Promise<void> } {
  const waited: number[] = [];
  return { waited, pause: async (milliseconds) => void waited.push(milliseconds) };
}

/** The directory of a deployment with one CA that publishes WebServer, or with the CAs given. */
export function authorities(
  configurations: readonly Partial<CertificateAuthorityConfiguration>[] = [{}],
  {
    clock = { now: () => new Date() },
    books = new InMemoryBooks(),
    pause = pauses().pause,
  }: { clock?: Clock; books?: CertificateAuthorityBooks; pause?: (milliseconds: number) => Promise<void> } = {},
): EmbeddedAuthorities {
  const complete = configurations.map((configuration) => ({
    config: CONFIG,
    backend: 'embedded' as const,
    templates: [{ name: 'WebServer' }],
    ...configuration,
  }));
  return new EmbeddedAuthorities('litwareinc.com', complete, { books, protector, clock, entropy, pause });
}

/** A linted request for pool1.litwareinc.com, with what is given put in place. */
export async function request(changes: Partial<RequestPlan> = {}): Promise<LintedRequest> {
  const plan = { ...PLAN, ...changes };
  const encoder = new X509RequestEncoder(nativeKeyProvider());
  const key = await encoder.generateKey(plan.keyAlgorithm, plan.keySize);
  return lintRequest(plan, await encoder.encode(plan, key));
}
