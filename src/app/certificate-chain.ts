import type { CertificateReader } from '../ports/certificate-reader.ts';
import type { CertificateEntry } from '../ports/certificate-store.ts';

/** DER of the stored CA certificates above one, the nearest first: follows the issuers' names upwards. */
export function chainOf(
  reader: CertificateReader,
  entry: CertificateEntry,
  entries: readonly CertificateEntry[],
): readonly Uint8Array[] {
  const authorities = entries
    .filter(({ store }) => store === 'CA' || store === 'Root')
    .map(({ certificate }) => ({ certificate, facts: reader.read(certificate) }));
  const chain: Uint8Array[] = [];
  let facts = reader.read(entry.certificate);
  while (facts.issuer !== facts.subject) {
    const { issuer } = facts;
    const above = authorities.find((authority) => authority.facts.subject === issuer);
    if (above === undefined || chain.includes(above.certificate)) break;
    chain.push(above.certificate);
    facts = above.facts;
  }
  return chain;
}
