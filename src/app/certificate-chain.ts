import type { CertificateFacts, CertificateReader } from '../ports/certificate-reader.ts';
import type { CertificateEntry } from '../ports/certificate-store.ts';

/** The store for the certificate of a CA. */
export function authorityStore({ issuer, subject }: CertificateFacts): 'Root' | 'CA' {
  return issuer === subject ? 'Root' : 'CA';
}

/** Most certificates one above the other that are followed. */
const LONGEST_CHAIN = 10;

/**
 * DER of the CA certificates among the entries that may stand above a certificate, by the names of their issuers: the
 * nearest first, all of those that share a name. None above one that names itself.
 */
export function chainAbove(
  reader: CertificateReader,
  certificate: Uint8Array,
  entries: readonly CertificateEntry[],
): readonly Uint8Array[] {
  const authorities = entries
    .filter(({ store }) => store === 'CA' || store === 'Root')
    .map((entry) => ({ der: entry.certificate, facts: reader.read(entry.certificate) }));
  const chain = new Set<Uint8Array>();
  const { issuer, subject: own } = reader.read(certificate);
  let issuers = new Set(issuer === own ? [] : [issuer]);
  for (let length = 0; issuers.size > 0 && length < LONGEST_CHAIN; length++) {
    const above = authorities.filter(({ der, facts: { subject } }) => issuers.has(subject) && !chain.has(der));
    for (const { der } of above) chain.add(der);
    issuers = new Set(above.map(({ facts }) => facts.issuer));
  }
  return [...chain];
}
