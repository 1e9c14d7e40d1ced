import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  derivePkcs12Key,
  type Pkcs12Digest,
} from '../../../src/adapters/certificate-file-reader/asn1/pkcs12-key-derivation.ts';
import { Secret } from '../../../src/adapters/certificate-file-reader/asn1/secret.ts';

type Vector = readonly [
  password: string,
  digest: Pkcs12Digest,
  salt: string,
  purpose: number,
  rounds: number,
  key: string,
];

/** The figures that implementations of PKCS #12 exchange; keys longer than a digest need a second block. */
const VECTORS: readonly Vector[] = [
  ['smeg', 'sha1', '0a58cf64530d823f', 1, 1, '8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3'],
  ['smeg', 'sha1', '0a58cf64530d823f', 2, 1, '79993dfe048d3b76'],
  ['smeg', 'sha1', '3d83c0e4546ac140', 3, 1, '8d967d88f6caa9d714800ab3d48051d63f73a312'],
  ['queeg', 'sha1', '05dec959acff72f7', 1, 1000, 'ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4'],
  ['queeg', 'sha1', '05dec959acff72f7', 2, 1000, '11dedad7758d4860'],
  ['queeg', 'sha1', '263216fcc2fab31c', 3, 1000, '5ec4c7a80df652294c3925b6489a7ab857c83476'],
];

describe('keys are derived from a password as RFC 7292 appendix B says', () => {
  for (const [password, digest, salt, purpose, iterations, key] of VECTORS) {
    it(`"${password}", ${digest}, purpose ${purpose}, ${iterations} rounds`, () => {
      const stretching = { digest, salt: Buffer.from(salt, 'hex'), iterations };
      const derived = derivePkcs12Key(stretching, new Secret(password).bmp, purpose, key.length / 2);
      assert.equal(Buffer.from(derived).toString('hex'), key);
    });
  }

  it('no password and an empty one are different', () => {
    assert.deepEqual([...new Secret(undefined).bmp], []);
    assert.deepEqual([...new Secret('').bmp], [0, 0]);
    assert.deepEqual([...new Secret('aß').bmp], [0, 0x61, 0, 0xdf, 0, 0]);
  });
});
