import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import { signCertificate } from '../../../src/adapters/authority/embedded/certificate-der.ts';
import type { CertificateFields } from '../../../src/adapters/x509/certificate-body.ts';
import { encoded } from '../../../src/adapters/x509/der.ts';
import {
  certificateAuthorityConstraints,
  type Extension,
  subjectAlternativeName,
} from '../../../src/adapters/x509/extensions.ts';
import { encodeName } from '../../../src/adapters/x509/name-der.ts';
import type { Issued, Verdict } from '../../../src/domain/request/verdict.ts';
import { subjectName } from '../../../src/domain/x500/distinguished-name.ts';
import { type RehearsedVerbs, withVerbs } from './rehearsed-verbs.ts';

/** A CA that nobody trusts but who says so: it signs whatever a test wants. */
const ROGUE = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ROGUE_NAME = subjectName('rogue');
const FROM = new Date('2025-12-31T00:00:00Z');
const TO = new Date('2027-01-01T00:00:00Z');

/** The certificate that was issued, signed anew by the rogue CA with some things changed. */
function forged(issued: Issued, changes: Partial<CertificateFields> = {}): Issued {
  const publicKey = new X509Certificate(issued.certificate).publicKey.export({ format: 'der', type: 'spki' });
  const extensions: readonly Extension[] = [subjectAlternativeName(['pool1.litwareinc.com'])];
  const fields = {
    serialNumber: Uint8Array.of(0x42),
    issuer: encodeName(ROGUE_NAME),
    notBefore: FROM,
    notAfter: TO,
    subject: encodeName(subjectName('pool1.litwareinc.com')),
    publicKey: encoded(publicKey),
    extensions,
    ...changes,
  };
  return { ...issued, certificate: signCertificate(fields, ROGUE.privateKey) };
}

function rogueRoot(): Uint8Array {
  const spki = createPublicKey(ROGUE.privateKey).export({ format: 'der', type: 'spki' });
  const fields = {
    serialNumber: Uint8Array.of(1),
    issuer: encodeName(ROGUE_NAME),
    notBefore: FROM,
    notAfter: TO,
    subject: encodeName(ROGUE_NAME),
    publicKey: encoded(spki),
    extensions: [certificateAuthorityConstraints()],
  };
  return signCertificate(fields, ROGUE.privateKey);
}

const otherKey = () =>
  encoded(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'der', type: 'spki' }));

/** A request that its CA has approved. */
async function approved(verbs: RehearsedVerbs): Promise<number> {
  const id = await verbs.request();
  await (await verbs.operator()).approve(id, 'pilar');
  return id;
}

function answering(verbs: RehearsedVerbs, change: (issued: Issued) => Issued): void {
  verbs.pollAs((verdict: Verdict) => (verdict.kind === 'issued' ? change(verdict) : verdict));
}

describe('a certificate that fails a check is not imported; the request keeps its key', () => {
  const rows: readonly (readonly [rule: string, (issued: Issued) => Issued, code: string, reason: RegExp])[] = [
    ['another key', (one) => forged(one, { publicKey: otherKey() }), 'CertificateNotForRequest', /does not belong/],
    [
      'a CA certificate',
      (one) => forged(one, { extensions: [certificateAuthorityConstraints()] }),
      'IssuedCertificateRefused',
      /it is the certificate of a CA/,
    ],
    ['a chain that the CA does not lead to', (one) => forged(one), 'IssuedCertificateRefused', /chain does not verify/],
    [
      'a root that came with the answer',
      (one) => ({ ...forged(one), chain: [rogueRoot()] }),
      'IssuedCertificateRefused',
      /chain does not verify/,
    ],
    [
      'bytes that are no certificate',
      (one) => ({ ...one, certificate: Uint8Array.of(0x30, 1, 2) }),
      'InvalidCertificate',
      /not an X\.509 certificate/,
    ],
    [
      'a chain of something else',
      (one) => ({ ...one, chain: [Uint8Array.of(1, 2, 3)] }),
      'IssuedCertificateRefused',
      /chain does not verify/,
    ],
    [
      'more than ten certificates',
      (one) => ({ ...one, chain: Array.from({ length: 10 }, () => one.chain[0] ?? new Uint8Array()) }),
      'IssuedCertificateRefused',
      /more than 10 certificates/,
    ],
    [
      'more than a megabyte',
      (one) => ({ ...one, chain: [new Uint8Array(1024 * 1024)] }),
      'IssuedCertificateRefused',
      /larger than 1 MB/,
    ],
  ];
  for (const [rule, change, code, reason] of rows) {
    it(rule, () =>
      withVerbs(async (verbs) => {
        const id = await approved(verbs);
        answering(verbs, change);
        const heard = await verbs.retrieve({ RequestId: id });
        assert.equal(heard.thrown, code, JSON.stringify(heard));
        const [error] = heard.told;
        assert.ok(error?.kind === 'error');
        assert.match(error.message, reason);
        await keptAndImportedLater(verbs, id);
      }),
    );
  }

  it('one that has expired by now', () =>
    withVerbs(async (verbs) => {
      const id = await approved(verbs);
      const before = verbs.clock.now();
      verbs.clock.set('2029-01-01T00:00:00Z');
      const heard = await verbs.retrieve({ RequestId: id });
      assert.equal(heard.thrown, 'IssuedCertificateRefused');
      verbs.clock.set(before.toISOString());
      await keptAndImportedLater(verbs, id);
    }));

  it('one that is not valid yet', () =>
    withVerbs(async (verbs) => {
      const id = await approved(verbs);
      verbs.clock.set('2025-12-01T00:00:00Z');
      assert.equal((await verbs.retrieve({ RequestId: id })).thrown, 'IssuedCertificateRefused');
    }));

  it('does not keep the others from being imported', () =>
    withVerbs(async (verbs) => {
      await approved(verbs);
      await approved(verbs);
      let polls = 0;
      answering(verbs, (issued) => (polls++ === 0 ? forged(issued) : issued));
      const { told, thrown } = await verbs.retrieve();
      assert.equal(thrown, undefined);
      assert.deepEqual(
        told.map((one) => (one.kind === 'error' ? one.code : one.kind)),
        ['CertificateReference', 'IssuedCertificateRefused'],
      );
    }));
});

/** The row says that it was issued, the store has nothing; and the CA's true answer is imported the next time. */
async function keptAndImportedLater(verbs: RehearsedVerbs, id: number): Promise<void> {
  assert.deepEqual(await verbs.imported(), []);
  const rows = await verbs.list();
  assert.deepEqual(
    rows.map(({ requestId, requestStatus }) => [requestId, requestStatus]),
    [[id, 'Issued']],
  );
  const { told: kept, warnings } = await verbs.clear();
  assert.deepEqual([kept, warnings.length], [[], 1], '-Clear without a number keeps it');
  verbs.pollAs((verdict) => verdict);
  assert.equal((await verbs.retrieve({ RequestId: id })).told[0]?.kind, 'CertificateReference');
  assert.equal((await verbs.imported()).length, 1);
}

describe('names', () => {
  it('that differ from the request are imported with one warning that lists them', () =>
    withVerbs(async (verbs) => {
      const id = await approved(verbs);
      const chain = [rogueRoot()];
      verbs.trust(chain);
      answering(verbs, (issued) => ({
        ...forged(issued, {
          subject: encodeName(subjectName('other.litwareinc.com')),
          extensions: [subjectAlternativeName(['other.litwareinc.com', 'POOL1.litwareinc.com'])],
        }),
        chain,
      }));
      const heard = await verbs.retrieve({ RequestId: id });
      assert.equal(heard.told[0]?.kind, 'CertificateReference', JSON.stringify(heard));
      assert.equal(heard.warnings.length, 1);
      for (const part of [
        'its subject is "CN=other.litwareinc.com"',
        'it lacks atl-cs-001.litwareinc.com',
        'it has other.litwareinc.com in addition',
      ]) {
        assert.ok(heard.warnings[0]?.includes(part), heard.warnings[0]);
      }
      assert.ok(!heard.warnings[0]?.includes('POOL1'), 'names compare without case');
    }));
});
