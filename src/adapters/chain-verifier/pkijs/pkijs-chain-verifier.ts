import { Certificate, CertificateChainValidationEngine, CryptoEngine, setEngine } from 'pkijs';
import type { ChainVerifier } from '../../../ports/chain-verifier.ts';

/** Path validation by pkijs over Node's own WebCrypto. */
export const pkijsChainVerifier: Pick<ChainVerifier, 'problem'> = {
  problem: async ({ certificate, chain, trusted, at }) => {
    const certificates = parseAll([...chain, certificate]);
    if (certificates === undefined) return 'it holds something that is not an X.509 certificate';
    setEngine('node', new CryptoEngine({ name: 'node', crypto: globalThis.crypto }));
    const engine = new CertificateChainValidationEngine({
      trustedCerts: trusted.map(parse),
      // The engine looks for the path of the last one.
      certs: certificates,
      checkDate: at,
    });
    const { result, resultMessage } = await engine.verify();
    return result ? undefined : asEndOfSentence(resultMessage);
  },
};

/** pkijs says it in sentences of its own, with a full stop or without. */
function asEndOfSentence(sentence: string): string {
  return sentence.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase()).replace(/\.$/, '');
}

/** Undefined where one of them is no certificate: what comes from a CA may be anything. */
function parseAll(certificates: readonly Uint8Array[]): Certificate[] | undefined {
  try {
    return certificates.map(parse);
  } catch {
    return undefined;
  }
}

/** pkijs takes buffers that are not shared and begin where the bytes do. */
function parse(der: Uint8Array): Certificate {
  return Certificate.fromBER(new Uint8Array(der).buffer);
}
