import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Asn1CertificateReader } from '../../../src/adapters/certificate-reader/asn1/asn1-certificate-reader.ts';
import { subjectName } from '../../../src/domain/x500/distinguished-name.ts';
import { formatDistinguishedName } from '../../../src/domain/x500/name-text.ts';
import { readPem } from '../../fixtures/read-pem.ts';
import { authorities, CONFIG, request, SUBMISSION } from '../authority/rehearsal.ts';
import { runOn } from './judges.ts';

const reader = new Asn1CertificateReader();
const ca = authorities().find(CONFIG);

async function issue(plan: Parameters<typeof request>[0] = {}) {
  const linted = await request({ keyAlgorithm: 'ECDH_P256', ...plan });
  const verdict = await ca?.submit(linted, SUBMISSION);
  assert.ok(verdict?.kind === 'issued');
  return { ...verdict, linted };
}

/** A self-signed certificate of OpenSSL's own making; `settings` are sections of its configuration file. */
function opensslCertificate(subject: string, settings = ''): Uint8Array {
  const configuration = `[req]\ndistinguished_name=dn\nprompt=no\nx509_extensions=e\n[dn]\n${subject}\n[e]\n${settings}\n`;
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'key.pem'];
  const args = ['req', '-x509', ...key, '-utf8', '-config', 'c.cnf', '-days', '1', '-set_serial', '0x00ff0a'];
  const der = readPem('CERTIFICATE', runOn({ 'c.cnf': configuration }, 'openssl', args));
  assert.ok(der);
  return der;
}

describe('the facts of a certificate are those that Windows shows', () => {
  it('of one that our CA issued', async () => {
    const subject = subjectName('pool1.litwareinc.com', { organization: 'Litware, Inc', country: 'US' });
    const { certificate, linted } = await issue({ subject, alternativeNames: ['B.com', 'a.com', '*.a.com'] });
    const { notBefore, notAfter, ...facts } = reader.read(certificate);
    const openssl = new X509Certificate(certificate);
    assert.deepEqual(facts, {
      issuer: 'CN=myca, DC=litwareinc, DC=com',
      subject: 'CN=pool1.litwareinc.com, O="Litware, Inc", C=US',
      serialNumber: openssl.serialNumber,
      alternativeNames: ['B.com', 'a.com', '*.a.com'],
      thumbprint: openssl.fingerprint.replaceAll(':', ''),
      spkiSha256: linted.encoded.spkiSha256,
      isCa: false,
      commonName: 'pool1.litwareinc.com',
      hasRsaKey: openssl.publicKey.asymmetricKeyType === 'rsa',
      hasPssSignature: false,
      namesRevocationList: false,
      isEmulated: true,
    });
    assert.deepEqual([notBefore, notAfter], [openssl.validFromDate, openssl.validToDate]);
  });

  it('of its root', async () => {
    const facts = reader.read((await issue()).chain[0] ?? new Uint8Array());
    assert.equal(facts.isCa, true);
    assert.deepEqual(facts.alternativeNames, []);
    assert.equal(facts.subject, facts.issuer);
  });

  it('of one that another program issued with a key of another kind, and a revocation list', () => {
    const facts = reader.read(opensslCertificate('CN=a\nCN=b', 'crlDistributionPoints=URI:http://x/x.crl'));
    assert.deepEqual(
      [facts.commonName, facts.hasRsaKey, facts.namesRevocationList, facts.isEmulated],
      ['b', false, true, false],
    );
  });

  const names: readonly (readonly [rule: string, subject: string, text: string])[] = [
    [
      'e-mail, title and street have letters',
      'emailAddress=a@b.c\ntitle=Dr\nstreet=Way 1',
      'STREET=Way 1, T=Dr, E=a@b.c',
    ],
    ['an unknown type shows its identifier', '0.1.2.3.4=x', 'OID.1.2.3.4=x'],
    ['parts of several values are joined by a plus', 'CN=a\n+OU=b\nC=US', 'C=US, CN=a + OU=b'],
    ['other string types are read', 'O=Zürich 日本', 'O=Zürich 日本'],
  ];
  for (const [rule, subject, text] of names) {
    it(rule, () => assert.equal(reader.read(opensslCertificate(subject)).subject, text));
  }

  it('names of other kinds are not dNSNames', () => {
    const der = opensslCertificate(
      'CN=a',
      'subjectAltName=email:a@b.c,DNS:one.com,IP:10.0.0.1,URI:http://x,DNS:two.com',
    );
    assert.deepEqual(reader.read(der).alternativeNames, ['one.com', 'two.com']);
  });

  it('a serial number is shown as it is encoded, with the zero that keeps it positive', () => {
    assert.equal(reader.read(opensslCertificate('CN=a')).serialNumber, '00FF0A');
  });

  it('a certificate authority is one by its constraints', () => {
    assert.equal(reader.read(opensslCertificate('CN=a', 'basicConstraints=critical,CA:TRUE')).isCa, true);
    assert.equal(reader.read(opensslCertificate('CN=a', 'basicConstraints=CA:FALSE')).isCa, false);
    assert.equal(reader.read(opensslCertificate('CN=a')).isCa, false);
  });

  it('years after 2049', () => {
    const args = ['x509', '-new', '-subj', '/CN=a', '-key', 'k.pem', '-days', '10957'];
    const key = runOn({}, 'openssl', ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']);
    const der = readPem('CERTIFICATE', runOn({ 'k.pem': key }, 'openssl', args)) ?? new Uint8Array();
    assert.deepEqual(reader.read(der).notAfter, new X509Certificate(der).validToDate);
  });
});

describe('odd names survive from request to certificate to text', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((value) => !/\p{Cc}/u.test(value));

  it('for any text', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (commonName, organization) => {
        const subject = subjectName(commonName, { organization });
        const { certificate } = await issue({ subject });
        assert.equal(reader.read(certificate).subject, formatDistinguishedName(subject));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is not a certificate is one error', () => {
  it('whatever the bytes', async () => {
    const { certificate } = await issue();
    const notCertificates: readonly Uint8Array[] = [
      new Uint8Array(),
      Uint8Array.of(0x30, 0),
      certificate.subarray(0, -1),
      Uint8Array.of(...certificate, 0),
      Buffer.from('<html>Certificate Pending</html>'),
      (await request({ keyAlgorithm: 'ECDH_P256' })).encoded.der,
    ];
    for (const bytes of notCertificates) {
      assert.throws(() => reader.read(bytes), { code: 'InvalidCertificate' });
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        assert.throws(() => reader.read(bytes), { code: 'InvalidCertificate' });
      }),
    );
  });

  it('a certificate damaged anywhere is read or refused, never anything else', async () => {
    const { certificate } = await issue();
    fc.assert(
      fc.property(fc.nat(certificate.length - 1), fc.nat(255), (at, byte) => {
        try {
          reader.read(certificate.with(at, byte));
        } catch (error) {
          assert.equal(error instanceof Error && 'code' in error ? error.code : error, 'InvalidCertificate');
        }
      }),
      { numRuns: 500 },
    );
  });
});
