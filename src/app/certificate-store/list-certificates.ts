import { commandError } from '../../domain/errors/catalogue.ts';
import type { CertificateEntry, CertificateStoreName } from '../../ports/certificate-store.ts';
import type { Host } from '../../ports/host.ts';
import type { Deps } from '../deps.ts';
import { storeScope } from './open-store.ts';

/** Which certificates; what is absent does not choose. */
export interface CertificateFilter {
  readonly store?: CertificateStoreName;
  /** The computer whose stores are meant, by any of its names. */
  readonly computer?: string;
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

/** Certificates on one line of the protocol. */
const PAGE = 200;
/** What they may come to together, in characters, so that the line stays below its limit. */
const PAGE_CHARACTERS = 2_000_000;
const STORES: readonly CertificateStoreName[] = ['My', 'CA', 'Root', 'REQUEST'];

/** The certificates of this deployment and computer, in the order in which they came. Error `StoreOfOtherComputer`. */
export async function listCertificates(deps: Deps, filter: CertificateFilter, host: Host): Promise<CertificatePage> {
  const { store, computer, thumbprint, after } = filter;
  if (computer === undefined && !deps.stateExists()) return { certificates: [], next: null };
  const scope = await storeScope(deps, host);
  if (computer !== undefined) requireOwnStores(computer, scope.machine);
  if (!deps.stateExists()) return { certificates: [], next: null };
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
  const page = fittingOneLine(entries.map(shown));
  const isLast = entries.length < PAGE && page.length === entries.length;
  return { certificates: page, next: isLast ? null : (page.at(-1)?.entry ?? null) };
}

/** The first of them, at least one: the reader of files lets none in that is too long for a line. */
function fittingOneLine(certificates: readonly StoredCertificate[]): readonly StoredCertificate[] {
  let characters = 0;
  const end = certificates.findIndex((one, index) => {
    characters += wireCharacters(one);
    return index > 0 && characters > PAGE_CHARACTERS;
  });
  return end === -1 ? certificates : certificates.slice(0, end);
}

/** A line writes a character in up to six. */
function wireCharacters({ certificate, friendlyName }: StoredCertificate): number {
  return certificate.length + 6 * friendlyName.length;
}

/** As Windows says it of a computer that is not there; of the others of a deployment nothing is known here. */
function requireOwnStores(asked: string, own: string): void {
  const names = [own, own.split('.')[0], 'localhost', '.'].map((name) => name?.toLowerCase());
  if (!names.includes(asked.toLowerCase()))
    throw commandError('StoreOfOtherComputer', { asked, own }, { target: asked });
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
