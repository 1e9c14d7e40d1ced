import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decryptRc2 } from '../../../src/adapters/certificate-file-reader/asn1/rc2.ts';

/** RFC 2268 5. */
const VECTORS: readonly (readonly [key: string, effectiveBits: number, plain: string, cipher: string])[] = [
  ['0000000000000000', 63, '0000000000000000', 'ebb773f993278eff'],
  ['ffffffffffffffff', 64, 'ffffffffffffffff', '278b27e42e2f0d49'],
  ['3000000000000000', 64, '1000000000000001', '30649edf9be7d2c2'],
  ['88', 64, '0000000000000000', '61a8a244adacccf0'],
  ['88bca90e90875a', 64, '0000000000000000', '6ccf4308974c267f'],
  ['88bca90e90875a7f0f79c384627bafb2', 64, '0000000000000000', '1a807d272bbe5db1'],
  ['88bca90e90875a7f0f79c384627bafb2', 128, '0000000000000000', '2269552ab0f85ca6'],
  ['88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e', 129, '0000000000000000', '5b78d3a43dfff1f1'],
];

const hex = (text: string) => Buffer.from(text, 'hex');

describe('RC2 decrypts the examples of RFC 2268', () => {
  for (const [key, effectiveBits, plain, cipher] of VECTORS) {
    it(`key ${key}, ${effectiveBits} bits`, () => {
      const decrypted = decryptRc2(hex(key), effectiveBits, new Uint8Array(8), hex(cipher));
      assert.equal(Buffer.from(decrypted).toString('hex'), plain);
    });
  }

  it('in CBC mode a block is mixed with the encrypted one before it', () => {
    const [key, bits] = [hex('88bca90e90875a7f0f79c384627bafb2'), 128];
    const block = hex('2269552ab0f85ca6');
    const decrypted = decryptRc2(key, bits, hex('0102030405060708'), Buffer.concat([block, block]));
    assert.equal(Buffer.from(decrypted).toString('hex'), '01020304050607082269552ab0f85ca6');
  });
});
