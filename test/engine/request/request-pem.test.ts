import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { encodePem, encodeRequestPem } from '../../../src/domain/pem.ts';

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

describe('for any bytes', () => {
  it('what is written is Base64 between two labels, and no line is longer than 64 columns', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (der) => {
        const text = encodePem('CERTIFICATE', der);
        const [begin, ...rest] = text.split('\r\n');
        const body = rest.slice(0, -2);
        assert.deepEqual([begin, ...rest.slice(-2)], ['-----BEGIN CERTIFICATE-----', '-----END CERTIFICATE-----', '']);
        assert.deepEqual(Buffer.from(body.join(''), 'base64'), Buffer.from(der));
        assert.ok(body.every((line) => line.length <= 64));
      }),
    );
  });
});
