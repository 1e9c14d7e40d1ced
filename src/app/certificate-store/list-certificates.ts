import type { CertificateEntry, CertificateStoreName } from '../../ports/certificate-store.ts';
import type { Host } from '../../ports/host.ts';
import type { Deps } from '../deps.ts';
import { storeScope } from './open-store.ts';

/** Which certificates; what is absent does not choose. */
export interface CertificateFilter {
  readonly store?: CertificateStoreName;
  /** 40 hexadecimal digits in any case. */
  readonly thumbprint?: string;
  /** The last entry number that the caller has. */
  readonly after?: number;
}

/** A certificate as a certificate drive shows it. */
export interface StoredCertificate {
  readonly entry: number;
  readonly store: CertificateStoreName;
  readonly thumbprint: string;
  /** DER in Base64. */
  readonly certificate: string;
  readonly friendlyName: string;
  readonly hasPrivateKey: boolean;
  readonly exportable: boolean;
}

export interface CertificatePage {
  readonly certificates: readonly StoredCertificate[];
  /** What `after` has to be for the next page; null where this was the last one. */
  readonly next: number | null;
}

/** Certificates on one line of the protocol, so that it stays well below its limit. */
const PAGE = 200;
const STORES: readonly CertificateStoreName[] = ['My', 'CA', 'Root', 'REQUEST'];

/** The certificates of this deployment and computer, in the order in which they came. */
export async function listCertificates(deps: Deps, filter: CertificateFilter, host: Host): Promise<CertificatePage> {
  if (!deps.stateExists()) return { certificates: [], next: null };
  const { store, thumbprint, after } = filter;
  const scope = await storeScope(deps, host);
  const { certificates } = deps.openState();
  if (thumbprint !== undefined) {
    const stores = store === undefined ? STORES : [store];
    const found = await Promise.all(stores.map((name) => certificates.find(scope, thumbprint, name)));
    return { certificates: found.flatMap((entry) => (entry === undefined ? [] : [shown(entry)])), next: null };
  }
  const entries = await certificates.list(scope, {
    limit: PAGE,
    ...(store !== undefined && { store }),
    ...(after !== undefined && { after }),
  });
  return {
    certificates: entries.map(shown),
    next: entries.length < PAGE ? null : (entries.at(-1)?.entry ?? null),
  };
}

export function shown(entry: CertificateEntry): StoredCertificate {
  return {
    entry: entry.entry,
    store: entry.store,
    thumbprint: entry.thumbprint,
    certificate: Buffer.from(entry.certificate).toString('base64'),
    friendlyName: entry.friendlyName,
    hasPrivateKey: entry.privateKey !== undefined,
    exportable: entry.exportable,
  };
}
