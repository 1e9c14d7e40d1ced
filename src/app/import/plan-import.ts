import { mayBecome } from '../../domain/request/request-state.ts';
import type { StoredRequest, StoreScope } from '../../domain/request/stored-request.ts';
import type { CertificateFile, FileCertificate } from '../../ports/certificate-file-reader.ts';
import type { CertificateFacts } from '../../ports/certificate-reader.ts';
import type { CertificateAddition, CertificateEntry } from '../../ports/certificate-store.ts';
import { authorityStore } from '../certificate-chain.ts';
import type { Deps } from '../deps.ts';
import { StoredKeys } from './stored-keys.ts';

/** Where the private key of a certificate comes from. */
export type PlannedKey =
  /** The file has it: PKCS#8, DER. */
  | { readonly from: 'file'; readonly pkcs8: Uint8Array }
  /** A request waits with it. */
  | { readonly from: 'request'; readonly stored: StoredRequest }
  /** Another certificate of the store has it: one that is renewed with its key, or one that was removed. */
  | { readonly from: 'store'; readonly entry: CertificateEntry }
  /** The request of another certificate of this file has it. */
  | { readonly from: 'companion'; readonly thumbprint: string }
  /** The certificate is in the store with it. */
  | { readonly from: 'itself' }
  /**
   * `heldBy`: a request that has the key can get no certificate any more, as it was denied or revoked. `isUnread`: the
   * file holds a private key in PEM, which is not imported.
   */
  | { readonly from: 'nowhere'; readonly heldBy?: StoredRequest; readonly isUnread?: boolean };

/** A certificate of a file, and what importing it does. */
export interface PlannedCertificate {
  readonly certificate: Uint8Array;
  readonly facts: CertificateFacts;
  readonly friendlyName: string;
  readonly store: CertificateAddition['store'];
  readonly key: PlannedKey;
  /** The same certificate where it is in that store already. */
  readonly present: CertificateEntry | undefined;
}

/**
 * Sorts the certificates of a file as Windows does by itself: certificates with a private key and those of servers into
 * My, roots into Root, other CAs into CA (inferred). A key is matched by the public key, never by names. Only looks.
 */
export async function planImport(
  deps: Deps,
  scope: StoreScope,
  file: CertificateFile,
): Promise<readonly PlannedCertificate[]> {
  const reader = await deps.reader();
  const read = file.certificates.map((one) => ({ ...one, facts: reader.read(one.certificate) }));
  const waiting = deps.stateExists() ? await deps.openState().requests.listOpen(scope) : [];
  const stored = new StoredKeys(deps, scope);
  const planned: PlannedCertificate[] = [];
  for (const one of read) {
    const { certificate, friendlyName, facts } = one;
    const store = one.privateKey === undefined && isAuthority(one, read) ? authorityStore(facts) : 'My';
    const present = await presentEntry(deps, scope, facts.thumbprint, store);
    const key: PlannedKey =
      store === 'My'
        ? await planKey(stored, { one, present, waiting, planned, unread: file.holdsUnreadKey })
        : { from: 'nowhere' };
    planned.push({ certificate, facts, friendlyName, store, key, present });
  }
  return planned;
}

interface ReadCertificate extends FileCertificate {
  readonly facts: CertificateFacts;
}

/** One that says so, and one of the first version of X.509 that another certificate of the file names as its issuer. */
function isAuthority({ facts }: ReadCertificate, all: readonly ReadCertificate[]): boolean {
  return facts.isCa || all.some((other) => other.facts !== facts && other.facts.issuer === facts.subject);
}

async function presentEntry(
  deps: Deps,
  scope: StoreScope,
  thumbprint: string,
  store: CertificateAddition['store'],
): Promise<CertificateEntry | undefined> {
  return deps.stateExists() ? deps.openState().certificates.find(scope, thumbprint, store) : undefined;
}

async function planKey(
  storedKeys: StoredKeys,
  found: {
    readonly one: ReadCertificate;
    readonly present: CertificateEntry | undefined;
    readonly waiting: readonly StoredRequest[];
    /** The certificates before this one. */
    readonly planned: readonly PlannedCertificate[];
    readonly unread: boolean;
  },
): Promise<PlannedKey> {
  const { one, present, waiting, planned, unread } = found;
  const { spkiSha256 } = one.facts;
  if (present?.privateKey !== undefined) return { from: 'itself' };
  if (one.privateKey !== undefined) return { from: 'file', pkcs8: one.privateKey };
  const companion = planned.find(({ facts, key }) => key.from === 'request' && facts.spkiSha256 === spkiSha256);
  if (companion !== undefined) return { from: 'companion', thumbprint: companion.facts.thumbprint };
  const stored = waiting.find((request) => request.spkiSha256 === spkiSha256);
  if (stored !== undefined) {
    return mayBecome(stored.state, 'imported') ? { from: 'request', stored } : { from: 'nowhere', heldBy: stored };
  }
  const entry = await storedKeys.holder(spkiSha256);
  return entry === undefined ? { from: 'nowhere', isUnread: unread } : { from: 'store', entry };
}
