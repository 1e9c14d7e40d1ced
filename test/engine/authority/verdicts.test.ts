import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandError } from '../../../src/domain/errors/catalogue.ts';
import { type Refusal, verdictError } from '../../../src/domain/request/verdict-error.ts';

const CONFIG = 'dc\\myca';
const DENIED = 'Denied by Policy Module 0x80094800, The request was for a certificate template that is not supported.';
const ISSUED_NONE = 'The certification authority "dc\\myca" issued no certificate.';

describe('what a CA refuses is the error that scripts catch', () => {
  const rows: readonly (readonly [Refusal, code: string, exceptionType: string, message: string])[] = [
    [
      { kind: 'denied', caRequestId: '7', hresult: 0x80094800, message: DENIED },
      'CertificateRequestDenied',
      'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
      `${DENIED} ${ISSUED_NONE}`,
    ],
    [
      { kind: 'unreachable', reason: 'The RPC server is unavailable.' },
      'CertificationAuthorityUnreachable',
      'System.ArgumentException',
      'Unable to contact certification authority "dc\\myca". The RPC server is unavailable.',
    ],
    [
      { kind: 'misconfigured', reason: 'Its own certificate has expired.' },
      'CertificationAuthorityMisconfigured',
      'System.InvalidOperationException',
      'The certification authority "dc\\myca" is not set up to issue certificates. Its own certificate has expired.',
    ],
    [
      { kind: 'unsupported', reason: 'It takes no keys on curves.' },
      'CertificationAuthorityUnsupported',
      'System.NotSupportedException',
      'The certification authority "dc\\myca" does not support this request. It takes no keys on curves.',
    ],
  ];
  for (const [verdict, code, exceptionType, message] of rows) {
    it(verdict.kind, () => {
      const error = verdictError(CONFIG, verdict);
      assert.deepEqual(
        { code: error.code, exceptionType: error.exceptionType, message: error.message, target: error.target },
        { code, exceptionType, message, target: CONFIG },
      );
    });
  }

  it('a denial keeps the HRESULT of the CA', () => {
    const verdict = { kind: 'denied', caRequestId: '7', hresult: 0x80094811, message: DENIED } as const;
    assert.equal(verdictError(CONFIG, verdict).hresult, 0x80094811);
  });

  it('control characters in the words of a CA are shown as escapes', () => {
    const verdict = { kind: 'denied', caRequestId: '7', hresult: 1, message: 'no\u001b[31m\nreally' } as const;
    assert.equal(verdictError(CONFIG, verdict).message, `no\\u{1b}[31m\\u{a}really. ${ISSUED_NONE}`);
  });

  it('a CA that the deployment does not have: its CAs are named', () => {
    const error = commandError('CertificationAuthorityNotFound', { config: CONFIG, known: ['a\\b', 'c\\d'] });
    assert.match(error.message, /^Unable to contact certification authority "dc\\myca"\. /);
    assert.equal(error.advice, 'Use one of the deployment\'s certification authorities: "a\\b", "c\\d".');
  });
});
