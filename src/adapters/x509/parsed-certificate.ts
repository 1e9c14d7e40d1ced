import { Certificate } from '@peculiar/asn1-x509';
import { parseExactly } from './parse-exactly.ts';

const parsed = new WeakMap<Uint8Array, Certificate>();

/** A certificate by the schema of RFC 5280; the same bytes are parsed once, whoever looks at them. Throws. */
export function parsedCertificate(der: Uint8Array): Certificate {
  const known = parsed.get(der);
  if (known !== undefined) return known;
  const certificate = parseExactly(der, Certificate);
  parsed.set(der, certificate);
  return certificate;
}
