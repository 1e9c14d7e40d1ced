import { createHash } from 'node:crypto';
import type { StoredRequest } from '../../../src/domain/request/stored-request.ts';
import type { CertificateStore } from '../../../src/ports/certificate-store.ts';
import type { RequestStore } from '../../../src/ports/request-store.ts';
import { actor, newRequest } from './sample-requests.ts';

/** The two ports over one fresh, empty store, and a way to open that same store a second time. */
export interface StoreUnderTest {
  readonly requests: RequestStore;
  readonly certificates: CertificateStore;
  reopen(): Promise<StoreUnderTest>;
}

/** Runs with a store of its own. */
export type WithStore = (use: (store: StoreUnderTest) => Promise<void>) => Promise<void>;

/** A test with a store of its own. */
export type Rule = (title: string, run: (store: StoreUnderTest) => Promise<void>) => void;

export const CERTIFICATE = new Uint8Array([0x30, 0x02, 0x05, 0x01]);
export const ROOT = new Uint8Array([0x30, 0x02, 0x05, 0x02]);
export const ISSUING_CA = new Uint8Array([0x30, 0x02, 0x05, 0x03]);

export async function makePending(
  { requests }: StoreUnderTest,
  caRequestId: string,
  changes: Parameters<typeof newRequest>[0] = {},
): Promise<StoredRequest> {
  const prepared = await requests.prepare(newRequest(changes), actor());
  const submitting = await requests.transition(prepared, 'submitting', {}, actor());
  return (await requests.transition(submitting.request, 'pending', { caRequestId }, actor())).request;
}

export function thumbprint(certificate: Uint8Array): string {
  return createHash('sha1').update(certificate).digest('hex').toUpperCase();
}
