import { X509Certificate } from 'node:crypto';
import { id_ce_basicConstraints, id_ce_extKeyUsage, id_ce_keyUsage, id_ce_subjectAltName } from '@peculiar/asn1-x509';
import { parsedCertificate } from '../../x509/parsed-certificate.ts';

/** Critical extensions that a path of two certificates needs no more than OpenSSL's own look at. */
const UNDERSTOOD = new Set([id_ce_basicConstraints, id_ce_extKeyUsage, id_ce_keyUsage, id_ce_subjectAltName]);

/**
 * Whether a trusted root has issued a certificate itself, by OpenSSL: issuer name and key identifier, signature, both
 * valid at `at`, the root a self-signed CA. It is the whole path that an embedded CA makes, and takes a tenth of the
 * time of a general validation, which decides wherever this does not say yes.
 */
export function isIssuedDirectly(certificate: Uint8Array, trusted: readonly Uint8Array[], at: Date): boolean {
  try {
    const leaf = new X509Certificate(certificate);
    const roots = trusted.map((der) => new X509Certificate(der));
    const issuer = roots.find((root) => leaf.checkIssued(root) && leaf.verify(root.publicKey));
    return (
      issuer !== undefined &&
      isRoot(issuer) &&
      [leaf, issuer].every((one) => isValid(one, at)) &&
      isUnderstood(certificate)
    );
  } catch {
    return false;
  }
}

/**
 * Whether a certificate stands among the trusted ones itself, signed by its own key and valid at `at`: a path of one. It
 * need be no CA, as those that New-SelfSignedCertificate makes are none.
 */
export function isTrustedItself(certificate: Uint8Array, trusted: readonly Uint8Array[], at: Date): boolean {
  if (!trusted.some((root) => Buffer.compare(certificate, root) === 0)) return false;
  try {
    const own = new X509Certificate(certificate);
    const isSelfSigned = own.subject === own.issuer && own.verify(own.publicKey);
    return isSelfSigned && isValid(own, at) && isUnderstood(certificate);
  } catch {
    return false;
  }
}

/** The CAs among the candidates whose name and key a certificate was issued under, by OpenSSL; dates do not matter. */
export function signersOf(certificate: Uint8Array, candidates: readonly Uint8Array[]): readonly Uint8Array[] {
  return candidates.filter((candidate) => {
    try {
      const [leaf, issuer] = [new X509Certificate(certificate), new X509Certificate(candidate)];
      return issuer.ca && leaf.checkIssued(issuer) && leaf.verify(issuer.publicKey);
    } catch {
      return false;
    }
  });
}

function isRoot(certificate: X509Certificate): boolean {
  return certificate.ca && certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey);
}

function isValid({ validFromDate, validToDate }: X509Certificate, at: Date): boolean {
  return validFromDate <= at && at <= validToDate;
}

function isUnderstood(certificate: Uint8Array): boolean {
  const { extensions = [] } = parsedCertificate(certificate).tbsCertificate;
  return extensions.every(({ critical, extnID }) => !critical || UNDERSTOOD.has(extnID));
}
