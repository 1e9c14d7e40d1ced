import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import { InMemoryBooks } from './in-memory-books.ts';
import { certificateText, issue } from './issue.ts';
import { authorities, CONFIG, clockAt } from './rehearsal.ts';

describe('the root of an embedded CA', () => {
  it("is named after the CA and its host's domain, RSA 2048, SHA-256, ten years", async () => {
    const authority = authorities([{ config: 'dc1.contoso.com\\Contoso-CA' }]).find('DC1.contoso.com\\contoso-ca');
    const [root, ...others] = (await authority?.certificates()) ?? [];
    assert.deepEqual(others, []);
    const text = certificateText(root ?? new Uint8Array()).replace(/\s+/g, ' ');
    assert.match(text, /Issuer: DC = com, DC = contoso, CN = Contoso-CA /);
    assert.match(text, /Subject: DC = com, DC = contoso, CN = Contoso-CA /);
    assert.match(text, /Public-Key: \(2048 bit\)/);
    assert.match(text, /Signature Algorithm: sha256WithRSAEncryption/);
    assert.match(text, /Basic Constraints: critical CA:TRUE X509v3/);
    assert.match(text, /Key Usage: critical Digital Signature, Certificate Sign, CRL Sign/);
    const [, start, end] = /Not Before: \w+ \d+ \S+ (\d+) GMT Not After : \w+ \d+ \S+ (\d+) GMT/.exec(text) ?? [];
    assert.equal(Number(end) - Number(start), 10);
  });

  it('after 2049 is dated as X.509 wants it then', async () => {
    const authority = authorities([{}], { clock: clockAt('2045-01-01T00:10:00Z') }).find(CONFIG);
    const root = (await authority?.certificates())?.[0] ?? new Uint8Array();
    assert.deepEqual(new X509Certificate(root).validToDate, new Date('2055-01-01T00:00:00Z'));
    assert.ok(Buffer.from(root).includes('450101000000Z'), 'UTCTime up to 2049');
    assert.ok(Buffer.from(root).includes('20550101000000Z'), 'GeneralizedTime from 2050');
  });

  it('with a name that X.509 cannot hold is not made', async () => {
    const authority = authorities([{ config: `dc\\${'a'.repeat(65)}` }]).find(`dc\\${'a'.repeat(65)}`);
    await assert.rejects(async () => authority?.certificates(), { code: 'NameAttributeTooLong' });
  });

  it('is made once, also when two ask at once for the first time', async () => {
    const books = new InMemoryBooks();
    const [left, right] = [authorities([{}], { books }), authorities([{}], { books })];
    const issued = await Promise.all([issue(left.find(CONFIG)), issue(right.find(CONFIG.toUpperCase()))]);
    const [one, other] = issued.map(({ chain }) => chain[0]);
    assert.deepEqual(one, other);
    for (const { certificate, chain } of issued) {
      assert.ok(new X509Certificate(certificate).verify(new X509Certificate(chain[0] ?? '').publicKey));
    }
  });

  it('is another one for each CA of a deployment', async () => {
    const directory = authorities([{}, { config: 'atl-ca-002.litwareinc.com\\myca' }]);
    const roots = await Promise.all(directory.configs.map((config) => directory.find(config)?.certificates()));
    assert.notDeepEqual(roots[0], roots[1]);
  });

  it('that failed to be made is tried again', async () => {
    const books = new InMemoryBooks();
    const book = books.open('litwareinc.com', CONFIG);
    const keep = book.keepIdentity;
    book.keepIdentity = () => Promise.reject(new Error('disk full'));
    const authority = authorities([{}], { books }).find(CONFIG);
    await assert.rejects(async () => authority?.certificates(), /disk full/);
    book.keepIdentity = keep;
    assert.equal((await authority?.certificates())?.length, 1);
  });

  it('key is in the book encrypted only', async () => {
    const books = new InMemoryBooks();
    await authorities([{}], { books }).find(CONFIG)?.certificates();
    const identity = await books.open('litwareinc.com', CONFIG).identity();
    assert.match(identity?.protectedKey ?? '', /^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
  });
});
