import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { nativeKeyProvider } from '../../../src/adapters/request-encoder/x509/key-provider.ts';
import { X509RequestEncoder } from '../../../src/adapters/request-encoder/x509/x509-request-encoder.ts';
import { alternativeNamesLength } from '../../../src/domain/request/alternative-names-length.ts';
import type { RequestPlan } from '../../../src/domain/request/request-plan.ts';
import { subjectName } from '../../../src/domain/x500/distinguished-name.ts';

const encoder = new X509RequestEncoder(nativeKeyProvider());
const PLAN: RequestPlan = {
  subject: subjectName('a'),
  alternativeNames: [],
  keyAlgorithm: 'ECDH_P256',
  keySize: 2048,
  clientAuthentication: false,
  template: undefined,
  clientInfo: undefined,
};

describe('the length of the alternative names is known before there is a request', () => {
  it('for any names', async () => {
    const key = await encoder.generateKey('ECDH_P256', 2048);
    const name = fc.integer({ min: 1, max: 253 }).map((length) => 'a'.repeat(length));
    await fc.assert(
      fc.asyncProperty(fc.array(name, { maxLength: 40 }), async (alternativeNames) => {
        const { subjectAlternativeNameLength } = await encoder.encode({ ...PLAN, alternativeNames }, key);
        assert.equal(alternativeNamesLength(alternativeNames), subjectAlternativeNameLength);
      }),
    );
  });
});
