import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import type { CertificateAuthorityConfiguration } from '../../../src/domain/deployment/deployment.ts';
import { InMemoryBooks } from './in-memory-books.ts';
import { operated, submitTo } from './operated.ts';
import { clockAt } from './rehearsal.ts';

const PENDING = { requestDisposition: 'pending' } as const;
const NOW = '2026-01-01T00:00:00Z';

describe('a request is taken under submission', () => {
  const rows: readonly (readonly [rule: string, Partial<CertificateAuthorityConfiguration>, kind: string])[] = [
    ['by a CA that holds all of them', PENDING, 'wait'],
    ['by a template with manager approval', { templates: [{ name: 'WebServer', managerApproval: true }] }, 'wait'],
    ['not by a CA that issues', { requestDisposition: 'issue' }, 'issued'],
    [
      'not when policy denies it already',
      { ...PENDING, templates: [{ name: 'WebServer', enrollDenied: true }] },
      'denied',
    ],
  ];
  for (const [rule, configuration, kind] of rows) {
    it(rule, async () => assert.equal((await submitTo(operated(configuration))).verdict.kind, kind));
  }

  it('with a number and the words of AD CS, and the same when it is asked again', async () => {
    const clock = clockAt(NOW);
    const authority = operated(PENDING, { clock });
    const { verdict, sha256 } = await submitTo(authority);
    const expected = {
      kind: 'wait',
      caRequestId: '1',
      cookie: '',
      earliestNextPoll: new Date(NOW),
      message: 'Taken Under Submission',
    };
    assert.deepEqual(verdict, expected);
    assert.deepEqual(await authority.poll({ caRequestId: '1' }), expected);
    assert.deepEqual(await authority.findByDigest(sha256), expected);
  });
});

describe('the certificate manager', () => {
  it('approves: the certificate is valid from the approval, not from the submission', async () => {
    const clock = clockAt(NOW);
    const authority = operated(PENDING, { clock });
    const { sha256 } = await submitTo(authority);
    clock.set('2026-02-01T00:00:00Z');
    const line = await authority.operator.approve(1, 'LITWAREINC\\pilar');
    assert.deepEqual(
      [line.disposition, line.message, line.resolvedWhen],
      ['issued', 'Resubmitted by LITWAREINC\\pilar', new Date('2026-02-01T00:00:00Z')],
    );
    const verdict = await authority.poll({ caRequestId: '1' });
    assert.ok(verdict.kind === 'issued');
    assert.deepEqual(new X509Certificate(verdict.certificate).validFromDate, new Date('2026-01-31T23:50:00Z'));
    assert.equal(new X509Certificate(verdict.certificate).serialNumber, line.serialNumber);
    assert.deepEqual(await authority.findByDigest(sha256), verdict);
  });

  it('approves what policy denies by now: it is denied', async () => {
    const books = new InMemoryBooks();
    await submitTo(operated(PENDING, { books }));
    const stricter = operated({ ...PENDING, templates: [] }, { books });
    const { disposition, hresult } = await stricter.operator.approve(1, 'pilar');
    assert.deepEqual([disposition, hresult], ['denied', 0x80094800]);
  });

  it('approves nothing once the CA itself has expired, and the request stays pending', async () => {
    const clock = clockAt(NOW);
    const authority = operated(PENDING, { clock });
    await submitTo(authority);
    clock.set('2036-06-01T00:00:00Z');
    await assert.rejects(authority.operator.approve(1, 'pilar'), { code: 'CertificationAuthorityMisconfigured' });
    assert.equal((await authority.operator.request(1)).disposition, 'pending');
  });

  it('denies, with code and words', async () => {
    const authority = operated(PENDING);
    const { sha256 } = await submitTo(authority);
    await authority.operator.deny(1, { hresult: 0x80094014, message: 'Denied by LITWAREINC\\pilar' });
    const expected = {
      kind: 'denied',
      caRequestId: '1',
      hresult: 0x80094014,
      message: 'Denied by LITWAREINC\\pilar',
    };
    assert.deepEqual(await authority.poll({ caRequestId: '1' }), expected);
    assert.deepEqual(await authority.findByDigest(sha256), expected);
  });

  it('revokes what was issued', async () => {
    const authority = operated({});
    const { sha256 } = await submitTo(authority);
    const line = await authority.operator.revoke(1, 'superseded', 'LITWAREINC\\pilar');
    assert.equal(line.revocation?.reason, 'superseded');
    const expected = { kind: 'revoked', caRequestId: '1', message: 'Revoked by LITWAREINC\\pilar' };
    assert.deepEqual(await authority.poll({ caRequestId: '1' }), expected);
    assert.deepEqual(await authority.findByDigest(sha256), expected);
  });

  it('sees every request with its names', async () => {
    const authority = operated(PENDING);
    await submitTo(authority);
    const [line] = await authority.operator.requests();
    assert.equal(line?.subject, 'CN=pool1.litwareinc.com, O="Litware, Inc", C=US');
    assert.deepEqual(line?.alternativeNames, ['pool1.litwareinc.com', 'sip.litwareinc.com', '*.litwareinc.com']);
    assert.deepEqual([line?.requester, line?.template], ['LITWAREINC\\kenmyer', 'WebServer']);
  });
});

describe('a number that the CA does not have', () => {
  for (const caRequestId of ['1', '0', '-1', '1.5', 'x', '', '99999999999999999999']) {
    it(`"${caRequestId}" is a denial with 0x80094004`, async () => {
      assert.deepEqual(await operated({}).poll({ caRequestId }), {
        kind: 'denied',
        caRequestId,
        hresult: 0x80094004,
        message: 'The requested property value is empty. 0x80094004 (-2146877436 CERTSRV_E_PROPERTY_EMPTY)',
      });
    });
  }

  it('cannot be approved, denied or revoked', async () => {
    const { operator } = operated({});
    const error = { code: 'EmulatedRequestNotFound', hresult: 0x80094004 };
    await assert.rejects(operator.approve(7, 'pilar'), error);
    await assert.rejects(operator.deny(7, { hresult: 0x80094014, message: 'no' }), error);
    await assert.rejects(operator.revoke(7, 'unspecified', 'pilar'), error);
  });
});
