import { Certificate, CertificateChainValidationEngine, CryptoEngine, setEngine } from 'pkijs';
import type { ChainVerifier } from '../../../ports/chain-verifier.ts';

/** Path validation by pkijs over Node's own WebCrypto. */
export const pkijsChainVerifier: ChainVerifier = {
  problem: async ({ certificate, chain, trusted, at }) => {
    setEngine('node', new CryptoEngine({ name: 'node', crypto: globalThis.crypto }));
    const engine = new CertificateChainValidationEngine({
      trustedCerts: trusted.map(parse),
      // The engine looks for the path of the last one.
      certs: [...chain.map(parse), parse(certificate)],
      checkDate: at,
    });
    const { result, resultMessage } = await engine.verify();
    return result ? undefined : resultMessage;
  },
};

/** pkijs takes buffers that are not shared and begin where the bytes do. */
function parse(der: Uint8Array): Certificate {
  return Certificate.fromBER(new Uint8Array(der).buffer);
}
