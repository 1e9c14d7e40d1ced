import 'reflect-metadata';
import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, webcrypto, X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import { Pkcs10CertificateRequest } from '@peculiar/x509';
import { nativeKeyProvider, peculiarKeyProvider } from '../../../src/adapters/request-encoder/x509/key-provider.ts';
import { X509RequestEncoder } from '../../../src/adapters/request-encoder/x509/x509-request-encoder.ts';
import type { EncodedRequest } from '../../../src/domain/request/encoded-request.ts';
import type { KeyAlgorithm } from '../../../src/domain/request/key-algorithm.ts';
import { lintRequest } from '../../../src/domain/request/linter.ts';
import type { RequestPlan } from '../../../src/domain/request/request-plan.ts';
import { subjectName } from '../../../src/domain/x500/distinguished-name.ts';
import type { GeneratedKey } from '../../../src/ports/request-encoder.ts';
import { JUDGES, opensslRequest, opensslSubject, runOn } from '../certificate/judges.ts';

const PLAN: RequestPlan = {
  subject: subjectName('pool1.litwareinc.com', {
    organizationalUnit: 'IT',
    organization: 'Litware, "Inc"',
    city: 'Zürich',
    state: 'WA',
    country: 'US',
  }),
  alternativeNames: ['pool1.litwareinc.com', 'Sip.LitwareInc.com', '*.litwareinc.com'],
  keyAlgorithm: 'RSA',
  keySize: 2048,
  clientAuthentication: true,
  template: 'jcila',
  clientInfo: { machine: 'atl-cs-001.litwareinc.com', user: 'LITWAREINC\\kenmyer', process: 'powershell.exe' },
};

async function encode(
  changes: Partial<RequestPlan> = {},
  provider = nativeKeyProvider(),
): Promise<{ request: EncodedRequest; key: GeneratedKey }> {
  const plan = { ...PLAN, ...changes };
  const encoder = new X509RequestEncoder(provider);
  const key = await encoder.generateKey(plan.keyAlgorithm, plan.keySize);
  return { request: await encoder.encode(plan, key), key };
}

const KINDS: readonly (readonly [
  KeyAlgorithm,
  RequestPlan['keySize'],
  key: string,
  signature: string,
  usage: string,
])[] = [
  ['RSA', 1024, 'Public-Key: (1024 bit)', 'sha256WithRSAEncryption', 'Digital Signature, Key Encipherment'],
  ['RSA', 2048, 'Public-Key: (2048 bit)', 'sha256WithRSAEncryption', 'Digital Signature, Key Encipherment'],
  ['RSA', 4096, 'Public-Key: (4096 bit)', 'sha256WithRSAEncryption', 'Digital Signature, Key Encipherment'],
  ['ECDH_P256', 2048, 'NIST CURVE: P-256', 'ecdsa-with-SHA256', 'Digital Signature, Key Agreement'],
  ['ECDH_P384', 2048, 'NIST CURVE: P-384', 'ecdsa-with-SHA384', 'Digital Signature, Key Agreement'],
  ['ECDH_P521', 2048, 'NIST CURVE: P-521', 'ecdsa-with-SHA512', 'Digital Signature, Key Agreement'],
];

for (const [provider, load] of [
  ['WebCrypto of Node', nativeKeyProvider],
  ['@peculiar/webcrypto', peculiarKeyProvider],
] as const) {
  describe(`a request signed by ${provider}`, () => {
    for (const [keyAlgorithm, keySize, keyText, signature, usage] of KINDS) {
      it(`${keyAlgorithm} ${keySize}: OpenSSL reads key, signature and usage`, async () => {
        const { request, key } = await encode({ keyAlgorithm, keySize }, await load());
        const text = opensslRequest(request.der, '-text');
        for (const expected of [keyText, `Signature Algorithm: ${signature}`, usage]) {
          assert.ok(text.includes(expected), `${expected} in\n${text}`);
        }
        assert.deepEqual(publicKeyOf(await key.exportPkcs8()), Buffer.from(key.spki));
      });
    }
  });
}

describe('every verifier takes every kind of request', () => {
  for (const { name, skip, request: judge } of JUDGES.filter((each) => each.request)) {
    for (const keyAlgorithm of ['RSA', 'ECDH_P256', 'ECDH_P384', 'ECDH_P521'] as const) {
      it(`${name}: ${keyAlgorithm}`, { skip }, async () => {
        judge?.((await encode({ keyAlgorithm })).request.der);
      });
    }
  }

  for (const { name, skip, request: judge } of JUDGES.filter((each) => each.request)) {
    it(`${name} refuses one that was changed after it was signed`, { skip }, async () => {
      const { request } = await encode({ keyAlgorithm: 'ECDH_P256' });
      const changed = Buffer.from(request.der);
      changed.write('POOL', changed.indexOf('pool1'));
      assert.throws(() => judge?.(changed));
    });
  }

  it('@peculiar/x509', async () => {
    const parsed = new Pkcs10CertificateRequest((await encode()).request.der.slice().buffer);
    assert.ok(await parsed.verify());
  });
});

describe('a request has the layout of CertEnroll', () => {
  it('the subject is encoded C first, CN last, each value as it was given', async () => {
    assert.deepEqual(opensslSubject((await encode({ keyAlgorithm: 'ECDH_P256' })).request.der), [
      'C=US',
      'ST=WA',
      'L=Zürich',
      'O=Litware, "Inc"',
      'OU=IT',
      'CN=pool1.litwareinc.com',
    ]);
  });

  it('extensions: critical key usage, server and client authentication, names in their casing, template', async () => {
    const text = opensslRequest((await encode()).request.der, '-text').replace(/\s+/g, ' ');
    assert.match(text, /X509v3 Key Usage: critical Digital Signature, Key Encipherment/);
    assert.match(text, /Extended Key Usage: TLS Web Server Authentication, TLS Web Client Authentication/);
    assert.match(text, /DNS:pool1\.litwareinc\.com, DNS:Sip\.LitwareInc\.com, DNS:\*\.litwareinc\.com/);
    assert.match(text, /Subject Key Identifier: ([0-9A-F]{2}:){19}[0-9A-F]{2}/);
    assert.match(text, /1\.3\.6\.1\.4\.1\.311\.20\.2: \. ?\.j\.c\.i\.l\.a/);
  });

  it('attributes: version of Windows, client, provider of the key; the template among the extensions', async () => {
    const { request } = await encode();
    assert.deepEqual(attributeTypes(request.der), [
      '1.3.6.1.4.1.311.13.2.3',
      '1.3.6.1.4.1.311.21.20',
      '1.3.6.1.4.1.311.13.2.2',
      'Extension Request',
      '1.3.6.1.4.1.311.20.2',
    ]);
    const text = asn1(request.der);
    assert.match(text, /IA5STRING\s+:6\.2\.9200\.2/);
    for (const part of ['atl-cs-001.litwareinc.com', 'LITWAREINC\\kenmyer', 'powershell.exe']) {
      assert.ok(text.includes(`UTF8STRING        :${part}`), part);
    }
    assert.ok(Buffer.from(request.der).includes(bmp('Microsoft RSA SChannel Cryptographic Provider')));
  });

  it('the attributes are a set, which DER sorts by encoding: a long client comes behind the provider', async () => {
    const clientInfo = { machine: `${'a'.repeat(60)}.litwareinc.com`, user: 'u'.repeat(60), process: 'powershell.exe' };
    const { request } = await encode({ clientInfo });
    assert.deepEqual(attributeTypes(request.der).slice(0, 3), [
      '1.3.6.1.4.1.311.13.2.3',
      '1.3.6.1.4.1.311.13.2.2',
      '1.3.6.1.4.1.311.21.20',
    ]);
  });

  it('a key on a curve belongs to the CNG provider', async () => {
    const { request } = await encode({ keyAlgorithm: 'ECDH_P384' });
    assert.ok(Buffer.from(request.der).includes(bmp('Microsoft Software Key Storage Provider')));
  });

  it('what is not in the plan is not in the request: client, template, names, client authentication', async () => {
    const { request } = await encode({
      keyAlgorithm: 'ECDH_P256',
      clientInfo: undefined,
      template: undefined,
      alternativeNames: [],
      clientAuthentication: false,
    });
    const text = opensslRequest(request.der, '-text');
    for (const absent of ['311.21.20', '311.20.2', 'Alternative Name', 'Client Authentication']) {
      assert.ok(!text.includes(absent), absent);
    }
    assert.equal(request.subjectAlternativeNameLength, 0);
  });
});

describe('the encoder measures what the linter needs', () => {
  it('62 names of 64 characters fill the 4096 bytes of a CA, and one character more is too much', async () => {
    // SEQUENCE takes four bytes, each name two besides its text: 4 + 62 * 66 = 4096.
    const names = Array.from({ length: 62 }, (_, index) => `${'a'.repeat(60)}.a${String(index).padStart(2, '0')}`);
    const full = { ...PLAN, keyAlgorithm: 'ECDH_P256', alternativeNames: names } as const;
    const { request } = await encode(full);
    assert.equal(request.subjectAlternativeNameLength, 4096);
    assert.equal(lintRequest(full, request).encoded, request);

    const over = { ...full, alternativeNames: [...names.slice(1), `a${names[0]}`] };
    const { request: tooLong } = await encode(over);
    assert.equal(tooLong.subjectAlternativeNameLength, 4097);
    assert.throws(() => lintRequest(over, tooLong), { code: 'AlternativeNamesTooLong' });
  });

  it('the digests of request and public key', async () => {
    const { request, key } = await encode({ keyAlgorithm: 'ECDH_P256' });
    assert.equal(request.sha256, await sha256(request.der));
    assert.equal(request.spkiSha256, await sha256(key.spki));
  });

  it('a key that it did not make is refused', async () => {
    const key = { algorithm: 'RSA', spki: new Uint8Array(), exportPkcs8: async () => new Uint8Array() } as const;
    await assert.rejects(new X509RequestEncoder(nativeKeyProvider()).encode(PLAN, key), TypeError);
  });

  it('a key signs through the provider that made it, whichever encoder is asked', async () => {
    const key = await new X509RequestEncoder(await peculiarKeyProvider()).generateKey('ECDH_P256', 2048);
    opensslRequest((await new X509RequestEncoder(nativeKeyProvider()).encode(PLAN, key)).der);
  });
});

function publicKeyOf(pkcs8: Uint8Array): Buffer {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return createPublicKey(key).export({ format: 'der', type: 'spki' });
}

function asn1(der: Uint8Array): string {
  return runOn({ 'r.der': der }, 'openssl', ['asn1parse', '-inform', 'DER', '-in', 'r.der']);
}

/** Microsoft's object identifiers and the extension request, in the order of the encoding. */
function attributeTypes(der: Uint8Array): (string | undefined)[] {
  const types = asn1(der).matchAll(/OBJECT\s+:(1\.3\.6\.1\.4\.1\.311\.\S+|Extension Request)/g);
  return Array.from(types, ([, type]) => type);
}

function bmp(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

async function sha256(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', Uint8Array.from(bytes))).toString('hex');
}

it('the placeholder of a waiting request is self-signed, with its key and names', async () => {
  for (const algorithm of ['RSA', 'ECDH_P384'] as const) {
    const encoder = new X509RequestEncoder(nativeKeyProvider());
    const key = await encoder.generateKey(algorithm, 2048);
    const validity = { notBefore: new Date('2026-11-23T12:00:00Z'), notAfter: new Date('2027-11-23T12:00:00Z') };
    const certificate = new X509Certificate(await encoder.placeholder(PLAN, key, validity));
    assert.ok(certificate.verify(certificate.publicKey));
    assert.equal(certificate.subject, certificate.issuer);
    assert.deepEqual(certificate.publicKey.export({ type: 'spki', format: 'der' }), Buffer.from(key.spki));
    assert.match(certificate.subjectAltName ?? '', /^DNS:/);
    assert.equal(certificate.ca, false);
  }
});
