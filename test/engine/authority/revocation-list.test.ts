import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { REVOCATION_REASONS } from '../../../src/domain/authority/revocation-reason.ts';
import { encodePem } from '../../../src/domain/pem.ts';
import { runOn } from '../certificate/judges.ts';
import { issue } from './issue.ts';
import { operated, submitTo } from './operated.ts';
import { clockAt } from './rehearsal.ts';

/** OpenSSL's verdict on a certificate, with the list of its CA. */
function verify(certificate: Uint8Array, root: Uint8Array, list: Uint8Array): { status: number | null; text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'cscert-crl-'));
  try {
    writeFileSync(join(folder, 'leaf.pem'), encodePem('CERTIFICATE', certificate));
    writeFileSync(join(folder, 'root.pem'), encodePem('CERTIFICATE', root));
    writeFileSync(join(folder, 'list.pem'), encodePem('X509 CRL', list));
    const args = ['verify', '-crl_check', '-x509_strict', '-CAfile', 'root.pem', '-CRLfile', 'list.pem', 'leaf.pem'];
    const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
    return { status, text: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function listText(list: Uint8Array): string {
  return runOn({ 'l.der': list }, 'openssl', ['crl', '-inform', 'DER', '-in', 'l.der', '-noout', '-text']);
}

describe('the revocation list of an embedded CA', () => {
  it('lets a good certificate pass and stops a revoked one', async () => {
    const authority = operated({});
    const good = await issue(authority);
    const bad = await issue(authority);
    const root = good.chain[0] ?? new Uint8Array();
    const before = await authority.operator.revocationList();
    assert.deepEqual(verify(bad.certificate, root, before), { status: 0, text: 'leaf.pem: OK\n' });
    await authority.operator.revoke(2, 'keyCompromise', 'pilar');
    const after = await authority.operator.revocationList();
    assert.deepEqual(verify(good.certificate, root, after), { status: 0, text: 'leaf.pem: OK\n' });
    const { status, text } = verify(bad.certificate, root, after);
    assert.equal(status, 2);
    assert.match(text, /error 23 at 0 depth lookup: certificate revoked/);
  });

  it('is signed by its CA: that of another is not taken', async () => {
    const [one, other] = [operated({}), operated({})];
    const { certificate, chain } = await issue(one);
    await issue(other);
    const { status } = verify(certificate, chain[0] ?? new Uint8Array(), await other.operator.revocationList());
    assert.equal(status, 2);
  });

  it('has an ascending number, the key identifier of its CA, a week to live, and nothing on it at first', async () => {
    const authority = operated({}, { clock: clockAt('2026-03-01T00:00:00Z') });
    const texts = [
      listText(await authority.operator.revocationList()),
      listText(await authority.operator.revocationList()),
    ];
    assert.deepEqual(
      texts.map((text) => /CRL Number: *\n *(\d+)/.exec(text)?.[1]),
      ['1', '2'],
    );
    assert.match(texts[0] ?? '', /Authority Key Identifier: *\n *(?:keyid:)?[0-9A-F:]{59}/);
    assert.match(texts[0] ?? '', /Last Update: Feb 28 23:50:00 2026 GMT\n *Next Update: Mar {2}8 00:00:00 2026 GMT/);
    assert.match(texts[0] ?? '', /No Revoked Certificates\./);
  });

  const WORDS = [
    undefined,
    'Key Compromise',
    'CA Compromise',
    'Affiliation Changed',
    'Superseded',
    'Cessation Of Operation',
    'Certificate Hold',
  ];
  for (const [index, reason] of REVOCATION_REASONS.entries()) {
    it(`${reason} is written as ${WORDS[index] ?? 'no reason at all'}`, async () => {
      const authority = operated({});
      await issue(authority);
      await authority.operator.revoke(1, reason, 'pilar');
      const text = listText(await authority.operator.revocationList());
      assert.equal(/CRL Reason Code: *\n *(.+?) *\n/.exec(text)?.[1], WORDS[index]);
      assert.match(text, /Serial Number: [0-9A-F]{32}\n/);
    });
  }

  it('holds what a script revoked', async () => {
    const decision = { kind: 'revoke', when: { afterPolls: 0 }, reason: 'superseded' } as const;
    const authority = operated({ behaviour: { decision } });
    await submitTo(authority);
    await authority.poll({ caRequestId: '1' });
    assert.match(listText(await authority.operator.revocationList()), /Superseded/);
  });
});
