import type { ChainVerifier } from '../../ports/chain-verifier.ts';
import { isIssuedDirectly, isTrustedItself, signersOf } from './openssl/direct-issue.ts';

/** OpenSSL for the paths that it can say yes to at once, pkijs for every other and for the reason of a no. */
export const chainVerifier: ChainVerifier = {
  problem: async (path) => {
    const { certificate, chain, trusted, at } = path;
    if (isTrustedItself(certificate, trusted, at)) return undefined;
    const isKnown = chain.every((der) => trusted.some((root) => Buffer.compare(der, root) === 0));
    if (isKnown && isIssuedDirectly(certificate, trusted, at)) return undefined;
    const { pkijsChainVerifier } = await import('./pkijs/pkijs-chain-verifier.ts');
    return pkijsChainVerifier.problem(path);
  },
  issuersOf: signersOf,
};
