import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { encodePem, encodeRequestPem, readPem, readRequestPem } from '../../../src/domain/pem.ts';

const bytes = Uint8Array.from({ length: 100 }, (_, index) => index);
const base64 = Buffer.from(bytes).toString('base64');

describe('a request file is what certreq writes', () => {
  it('NEW CERTIFICATE REQUEST, 64 columns, every line ended by CR LF', () => {
    const lines = encodeRequestPem(bytes).split('\r\n');
    assert.deepEqual(lines, [
      '-----BEGIN NEW CERTIFICATE REQUEST-----',
      base64.slice(0, 64),
      base64.slice(64, 128),
      base64.slice(128),
      '-----END NEW CERTIFICATE REQUEST-----',
      '',
    ]);
  });
});

describe('a request file is read', () => {
  const accepted: readonly (readonly [rule: string, text: string])[] = [
    ['as it was written', encodeRequestPem(bytes)],
    ['under the label of RFC 7468', encodePem('CERTIFICATE REQUEST', bytes)],
    ['with line feeds only', encodeRequestPem(bytes).replaceAll('\r\n', '\n')],
    ['behind a byte order mark and remarks', `\ufeffRequest for pool1\n${encodeRequestPem(bytes)}\nsent on Monday`],
    ['on one line', `-----BEGIN CERTIFICATE REQUEST-----${base64}-----END CERTIFICATE REQUEST-----`],
  ];
  for (const [rule, text] of accepted) {
    it(rule, () => assert.deepEqual(readRequestPem(text), bytes));
  }

  const refused: readonly (readonly [rule: string, text: string])[] = [
    ['empty', ''],
    ['another kind of PEM', encodePem('CERTIFICATE', bytes)],
    ['no end', '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n'],
    ['nothing inside', '-----BEGIN CERTIFICATE REQUEST-----\n-----END CERTIFICATE REQUEST-----'],
    ['no base64', '-----BEGIN CERTIFICATE REQUEST-----\nA!AA\n-----END CERTIFICATE REQUEST-----'],
    ['cut base64', '-----BEGIN CERTIFICATE REQUEST-----\nAAAAA\n-----END CERTIFICATE REQUEST-----'],
  ];
  for (const [rule, text] of refused) {
    it(`not where there is ${rule}`, () => assert.equal(readRequestPem(text), undefined));
  }
});

describe('for any bytes', () => {
  it('what is written is read back, and no line is longer than 64 columns', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (der) => {
        const text = encodePem('CERTIFICATE', der);
        assert.deepEqual(readPem('CERTIFICATE', text), Uint8Array.from(der));
        assert.ok(text.split('\r\n').every((line) => line.length <= 64));
      }),
    );
  });
});
