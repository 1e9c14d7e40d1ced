import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRsaKeySize, parseKeyAlgorithm } from '../../../src/domain/request/key-algorithm.ts';

describe('a key algorithm is found by its name in any case', () => {
  const rows: readonly (readonly [text: string, algorithm: string | undefined])[] = [
    ['RSA', 'RSA'],
    ['rsa', 'RSA'],
    [' ecdh_p256 ', 'ECDH_P256'],
    ['ECDH_P384', 'ECDH_P384'],
    ['Ecdh_P521', 'ECDH_P521'],
    ['ECDSA_P256', undefined],
    ['', undefined],
  ];
  for (const [text, algorithm] of rows) {
    it(`${JSON.stringify(text)}: ${algorithm}`, () => assert.equal(parseKeyAlgorithm(text), algorithm));
  }
});

describe('an RSA key has one of three sizes', () => {
  for (const bits of [1024, 2048, 4096]) {
    it(`${bits} is one`, () => assert.ok(isRsaKeySize(bits)));
  }
  for (const bits of [0, 512, 1023, 3072, 8192, Number.NaN]) {
    it(`${bits} is none`, () => assert.ok(!isRsaKeySize(bits)));
  }
});
