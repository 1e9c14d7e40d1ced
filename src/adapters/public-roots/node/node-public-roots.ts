import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { PublicRoots } from '../../../ports/public-roots.ts';

/** The roots that come with Node. None is kept: they are read, in some ten milliseconds, when a chain needs one. */
export const nodePublicRoots: PublicRoots = {
  issuersOf: (certificates) => {
    const issued = certificates.flatMap(readable);
    return rootCertificates.flatMap((pem) => {
      const root = new X509Certificate(pem);
      const isIssuer = issued.some((one) => one.checkIssued(root) && one.verify(root.publicKey));
      return isIssuer ? [new Uint8Array(root.raw)] : [];
    });
  },
};

function readable(der: Uint8Array): readonly X509Certificate[] {
  try {
    return [new X509Certificate(der)];
  } catch {
    return [];
  }
}
