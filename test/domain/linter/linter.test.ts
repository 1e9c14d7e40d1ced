import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EncodedRequest } from '../../../src/domain/request/encoded-request.ts';
import { isLintedRequest, lintRequest } from '../../../src/domain/request/linter.ts';
import type { RequestPlan } from '../../../src/domain/request/request-plan.ts';
import { subjectName } from '../../../src/domain/x500/distinguished-name.ts';

const PLAN: RequestPlan = {
  subject: subjectName('pool1.litwareinc.com'),
  alternativeNames: ['pool1.litwareinc.com', 'sip.litwareinc.com'],
  keyAlgorithm: 'RSA',
  keySize: 2048,
  clientAuthentication: false,
  template: 'WebServer',
  clientInfo: undefined,
};
const ENCODED: EncodedRequest = {
  der: Uint8Array.of(0x30, 0),
  sha256: '',
  spkiSha256: '',
  subjectAlternativeNameLength: 40,
};

describe('the linter passes what a CA can take', () => {
  it('and hands out the only thing a CA takes', () => {
    const linted = lintRequest(PLAN, ENCODED);
    assert.equal(linted.encoded, ENCODED);
    assert.ok(isLintedRequest(linted));
    assert.ok(!isLintedRequest({ plan: PLAN, encoded: ENCODED }));
    assert.ok(!isLintedRequest({ ...linted }));
  });

  it('a request without alternative names, as an Edge makes it', () => {
    lintRequest({ ...PLAN, alternativeNames: [] }, { ...ENCODED, subjectAlternativeNameLength: 0 });
  });

  it('a key that a template may find too small: that is for the CA to say', () => {
    lintRequest({ ...PLAN, keySize: 1024 }, ENCODED);
  });

  it('an alternative name extension of exactly 4096 bytes', () => {
    lintRequest(PLAN, { ...ENCODED, subjectAlternativeNameLength: 4096 });
  });
});

describe('the linter stops what a CA would refuse', () => {
  const refused: readonly (readonly [rule: string, plan: Partial<RequestPlan>, code: string])[] = [
    ['no subject', { subject: [] }, 'MissingSubjectName'],
    ['a common name of 65 characters', { subject: subjectName('a'.repeat(65)) }, 'NameAttributeTooLong'],
    ['a country that is none', { subject: subjectName('a', { country: 'USA' }) }, 'InvalidCountry'],
    ['an empty alternative name', { alternativeNames: [''] }, 'InvalidDnsName'],
    ['an underscore', { alternativeNames: ['a_b.com'] }, 'InvalidDnsName'],
    ['a name that is not ASCII', { alternativeNames: ['zürich.ch'] }, 'InvalidDnsName'],
    ['a blank around a name', { alternativeNames: [' a.com'] }, 'InvalidDnsName'],
    ['a trailing dot', { alternativeNames: ['a.com.'] }, 'InvalidDnsName'],
    ['the same name twice', { alternativeNames: ['a.com', 'b.com', 'a.com'] }, 'DuplicateAlternativeName'],
    ['the same name in another casing', { alternativeNames: ['a.com', 'A.com'] }, 'DuplicateAlternativeName'],
  ];
  for (const [rule, changes, code] of refused) {
    it(rule, () => assert.throws(() => lintRequest({ ...PLAN, ...changes }, ENCODED), { code }));
  }

  it('an alternative name extension of 4097 bytes, in the words of the product', () => {
    assert.throws(() => lintRequest(PLAN, { ...ENCODED, subjectAlternativeNameLength: 4097 }), {
      code: 'AlternativeNamesTooLong',
      exceptionType: 'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
      message: 'Error Parsing Request  The length of the field exceeds the maximum length.  0xc80005e2 (ESE: -1056)',
    });
  });
});
