import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import { NOT_VALID_NOW } from '../../../src/adapters/authority/embedded/verdict-of-entry.ts';
import { lintRequest } from '../../../src/domain/request/linter.ts';
import { subjectName } from '../../../src/domain/x500/distinguished-name.ts';
import { canFindRequests } from '../../../src/ports/certificate-authority.ts';
import { JUDGES } from '../certificate/judges.ts';
import { InMemoryBook, InMemoryBooks } from './in-memory-books.ts';
import { certificateText, issue } from './issue.ts';
import { authorities, CONFIG, clockAt, request, SUBMISSION } from './rehearsal.ts';

const CURVE = { keyAlgorithm: 'ECDH_P256' } as const;

describe('every verifier takes what the CA issues', () => {
  for (const { name, skip, chain } of JUDGES.filter((judge) => judge.chain)) {
    for (const keyAlgorithm of ['RSA', 'ECDH_P256', 'ECDH_P384', 'ECDH_P521'] as const) {
      it(`${name}: ${keyAlgorithm}`, { skip }, async () => {
        const { certificate, chain: above } = await issue(undefined, await request({ keyAlgorithm }));
        chain?.({ certificate, root: above[0] ?? new Uint8Array(), host: 'sip.litwareinc.com' });
      });
    }
  }

  it('a name that was not asked for is not in it', async () => {
    const { certificate, chain: above } = await issue();
    const openssl = JUDGES.find(({ name }) => name === 'OpenSSL');
    const chain = { certificate, root: above[0] ?? new Uint8Array(), host: 'meet.contoso.com' };
    assert.throws(() => openssl?.chain?.(chain), /hostname mismatch/);
  });
});

describe('a certificate', () => {
  it('is valid from ten minutes ago', async () => {
    const clock = clockAt('2026-02-28T10:00:00.750Z');
    const { certificate } = await issue(authorities([{}], { clock }).find(CONFIG));
    const { validFromDate, validToDate } = new X509Certificate(certificate);
    assert.deepEqual(validFromDate, new Date('2026-02-28T09:50:00Z'));
    assert.deepEqual(validToDate, new Date('2028-02-28T09:50:00Z'));
  });

  it('does not outlive its CA', async () => {
    const clock = clockAt('2026-01-01T00:00:00Z');
    const authority = authorities([{}], { clock }).find(CONFIG);
    const root = new X509Certificate((await authority?.certificates())?.[0] ?? '');
    clock.set('2035-06-01T00:00:00Z');
    const { certificate } = await issue(authority);
    assert.deepEqual(new X509Certificate(certificate).validToDate, root.validToDate);
  });

  it('is not older than its CA, even when the clock is set back', async () => {
    const clock = clockAt('2026-01-01T12:00:00Z');
    const authority = authorities([{}], { clock }).find(CONFIG);
    const root = new X509Certificate((await authority?.certificates())?.[0] ?? '');
    clock.set('2026-01-01T11:00:00Z');
    const { certificate } = await issue(authority);
    assert.deepEqual(new X509Certificate(certificate).validFromDate, root.validFromDate);
  });

  it('comes from no CA that has expired itself', async () => {
    const clock = clockAt('2026-01-01T00:00:00Z');
    const authority = authorities([{}], { clock }).find(CONFIG);
    await authority?.certificates();
    clock.set('2036-01-01T00:00:00Z');
    const verdict = await authority?.submit(await request(CURVE), SUBMISSION);
    assert.deepEqual(verdict, NOT_VALID_NOW);
  });

  it('comes from no CA whose beginning the clock is years behind: it would end before it began', async () => {
    const clock = clockAt('2026-01-01T00:00:00Z');
    const authority = authorities([{}], { clock }).find(CONFIG);
    await authority?.certificates();
    clock.set('1970-01-01T00:00:00Z');
    assert.deepEqual(await authority?.submit(await request(CURVE), SUBMISSION), NOT_VALID_NOW);
  });

  it('lasts as many days as its template says', async () => {
    const clock = clockAt('2026-01-01T00:10:00Z');
    const templates = [{ name: 'short', validityDays: 30 }];
    const authority = authorities([{ templates }], { clock }).find(CONFIG);
    const submission = { ...SUBMISSION, template: 'short' };
    const verdict = await authority?.submit(await request({ ...CURVE, template: 'short' }), submission);
    assert.ok(verdict?.kind === 'issued');
    assert.deepEqual(new X509Certificate(verdict.certificate).validToDate, new Date('2026-01-31T00:00:00Z'));
  });

  it('has the subject, key and names of its request', async () => {
    const subject = subjectName('pool1.litwareinc.com', { organization: ' "Odd", #1+\\ 😀', country: 'US' });
    const { certificate } = await issue(
      undefined,
      await request({ ...CURVE, subject, alternativeNames: ['B.com', 'a.com'] }),
    );
    const parsed = new X509Certificate(certificate);
    assert.equal(parsed.subjectAltName, 'DNS:B.com, DNS:a.com');
    assert.deepEqual(
      { ...parsed.toLegacyObject().subject },
      { C: 'US', O: ' "Odd", #1+\\ 😀', CN: 'pool1.litwareinc.com' },
    );
  });

  it('without alternative names has no such extension', async () => {
    const { certificate } = await issue(undefined, await request({ ...CURVE, alternativeNames: [] }));
    assert.equal(new X509Certificate(certificate).subjectAltName, undefined);
  });

  it('names its own key and that of its CA', async () => {
    const { certificate, chain } = await issue();
    const identifier = (der: Uint8Array, which: string) =>
      new RegExp(`X509v3 ${which} Key Identifier: *\\n *((?:[0-9A-F]{2}:){19}[0-9A-F]{2})`).exec(
        certificateText(der),
      )?.[1];
    const root = chain[0] ?? new Uint8Array();
    assert.ok(identifier(certificate, 'Subject'));
    assert.notEqual(identifier(certificate, 'Subject'), identifier(root, 'Subject'));
    assert.ok(identifier(root, 'Subject'));
    assert.equal(identifier(certificate, 'Authority'), identifier(root, 'Subject'));
  });

  it('and its root say that an emulated CA issued them', async () => {
    const { certificate, chain } = await issue();
    for (const der of [certificate, ...chain]) {
      assert.match(certificateText(der), /Netscape Comment: *\n *Issued by an emulated certification authority/);
    }
  });

  it('names a revocation list and the certificate of its CA where the deployment does', async () => {
    const urls = {
      crlDistributionPoint: 'http://atl-ca-001.litwareinc.com/myca.crl',
      authorityInformationAccess: 'http://atl-ca-001.litwareinc.com/myca.cer',
    };
    const text = certificateText((await issue(authorities([urls]).find(CONFIG))).certificate);
    assert.match(
      text,
      /CRL Distribution Points: *\n +Full Name: *\n +URI:http:\/\/atl-ca-001\.litwareinc\.com\/myca\.crl/,
    );
    assert.match(text, /CA Issuers - URI:http:\/\/atl-ca-001\.litwareinc\.com\/myca\.cer/);
    assert.ok(!certificateText((await issue()).certificate).includes('URI:'));
  });

  it('has a serial number of its own: sixteen bytes, positive', async () => {
    const authority = authorities().find(CONFIG);
    const serials = [];
    for (let count = 0; count < 20; count += 1) {
      serials.push(new X509Certificate((await issue(authority)).certificate).serialNumber);
    }
    assert.equal(new Set(serials).size, 20);
    for (const serial of serials) {
      assert.match(serial, /^[4-7][0-9A-F]{31}$/);
    }
  });
});

describe('the CA believes the request only', () => {
  const rows: readonly (readonly [rule: string, change: (der: Uint8Array) => Uint8Array, hresult: number])[] = [
    ['a signature that does not fit', (der) => der.with(-1, (der.at(-1) ?? 0) ^ 1), 0x80090006],
    [
      'a name changed after signing',
      (der) => replaceAscii(der, 'sip.litwareinc.com', 'sip.litwareinc.net'),
      0x80090006,
    ],
    ['bytes that are no request', () => Uint8Array.of(0x30, 3, 1, 2), 0x8009310b],
    ['a wrong length outside', (der) => der.with(3, (der[3] ?? 0) ^ 1), 0x8009310b],
    ['a request with bytes behind it', (der) => Uint8Array.of(...der, 0), 0x8009310b],
    ['nothing at all', () => new Uint8Array(), 0x8009310b],
    ['a request that is cut', (der) => der.subarray(0, 100), 0x8009310b],
  ];
  for (const [rule, change, hresult] of rows) {
    it(`${rule} is denied with 0x${hresult.toString(16)}`, async () => {
      const { plan, encoded } = await request(CURVE);
      const changed = lintRequest(plan, { ...encoded, der: change(encoded.der) });
      const verdict = await authorities().find(CONFIG)?.submit(changed, SUBMISSION);
      assert.equal(verdict?.kind === 'denied' ? verdict.hresult : verdict?.kind, hresult);
      assert.match(verdict?.kind === 'denied' ? verdict.message : '', new RegExp(`0x${hresult.toString(16)}`));
    });
  }
});

describe('the book', () => {
  it('has every decision, numbered from one', async () => {
    const books = new InMemoryBooks();
    const clock = clockAt('2026-01-01T00:00:00Z');
    const authority = authorities([{}], { books, clock }).find(CONFIG);
    const first = await issue(authority);
    await authority?.submit(await request({ ...CURVE, template: 'none' }), { ...SUBMISSION, template: 'none' });
    const entries = books.open('litwareinc.com', CONFIG).entries;
    assert.deepEqual(
      entries.map(({ requestNumber, disposition, hresult, template, requester, when }) => ({
        row: [requestNumber, disposition, hresult, template, requester, when.toISOString()],
      })),
      [
        { row: [1, 'issued', 0, 'WebServer', 'LITWAREINC\\kenmyer', '2026-01-01T00:00:00.000Z'] },
        { row: [2, 'denied', 0x80094800, 'none', 'LITWAREINC\\kenmyer', '2026-01-01T00:00:00.000Z'] },
      ],
    );
    assert.deepEqual(entries[0]?.certificate, first.certificate);
    assert.equal(entries[0]?.serialNumber, new X509Certificate(first.certificate).serialNumber);
  });

  it('is written before the answer: without it there is none', async () => {
    const books = new InMemoryBooks();
    const authority = authorities([{}], { books }).find(CONFIG);
    books.open('litwareinc.com', CONFIG).enter = () => Promise.reject(new Error('disk full'));
    const linted = await request(CURVE);
    await assert.rejects(async () => authority?.submit(linted, SUBMISSION), /disk full/);
  });

  it('answers again after a crash, from another process too, with the same verdict', async () => {
    const books = new InMemoryBooks();
    const templates = [{ name: 'WebServer' }];
    const linted = await request({ ...CURVE, clientAuthentication: true });
    const issued = await issue(authorities([{ templates }], { books }).find(CONFIG), linted);
    const authority = authorities([{ templates }], { books }).find(CONFIG);
    assert.ok(authority !== undefined && canFindRequests(authority));
    assert.deepEqual(await authority.findByDigest(linted.encoded.sha256), issued);
    assert.equal(await authority.findByDigest('0'.repeat(64)), undefined);
  });

  it('is not opened before the CA is asked something', () => {
    const untouched = new Proxy(new InMemoryBook(), {
      get: () => assert.fail('touched'),
    });
    const directory = authorities([{}], { books: { open: () => untouched } });
    assert.ok(directory.find(CONFIG));
    assert.equal(directory.find('other\\ca'), undefined);
  });
});

function replaceAscii(der: Uint8Array, from: string, to: string): Uint8Array {
  const bytes = Buffer.from(der);
  const at = bytes.indexOf(from, 0, 'ascii');
  assert.notEqual(at, -1);
  bytes.write(to, at, 'ascii');
  return bytes;
}
