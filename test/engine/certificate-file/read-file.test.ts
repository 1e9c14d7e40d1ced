import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { asn1CertificateFileReader } from '../../../src/adapters/certificate-file-reader/asn1/asn1-certificate-file-reader.ts';
import { pkijsPfxEncoder } from '../../../src/adapters/pfx/pkijs/pkijs-pfx-encoder.ts';
import { integer, objectIdentifier, octetString, sequence, toBytes } from '../../../src/adapters/x509/der.ts';
import { encodePem } from '../../../src/domain/pem.ts';
import type { CertificateFile } from '../../../src/ports/certificate-file-reader.ts';
import {
  attribute,
  certificateBag,
  data,
  degenerateSignedData,
  isSameKey,
  keyBag,
  nestedBag,
  plainPfx,
  plainPfxInPieces,
  revocationListBag,
  type SampleCertificate,
  sampleCertificate,
} from './sample-files.ts';

const PASSWORD = 'Pässwörd 日本 𝄞';
let ec: SampleCertificate;
let rsa: SampleCertificate;
let other: SampleCertificate;
let pfx: Uint8Array;

before(async () => {
  [ec, rsa, other] = await Promise.all([sampleCertificate(), sampleCertificate('RSA'), sampleCertificate()]);
  const content = { certificate: ec.certificate, chain: [ec.root], friendlyName: 'Name', privateKey: ec.privateKey };
  pfx = await pkijsPfxEncoder.encode(content, PASSWORD);
});

function read(bytes: Uint8Array | string, password?: string): Promise<CertificateFile> {
  const content = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  return asn1CertificateFileReader.read({ path: 'C:\\x.cer', bytes: content, password });
}

/** Thumbs through a file for what a test compares. */
async function certificatesOf(bytes: Uint8Array | string, password?: string): Promise<readonly Buffer[]> {
  return (await read(bytes, password)).certificates.map(({ certificate }) => Buffer.from(certificate));
}

function armoured(...certificates: readonly Uint8Array[]): string {
  return certificates.map((der) => encodePem('CERTIFICATE', der)).join('');
}

describe('a file is what it holds, whatever it is called', () => {
  it('one certificate, binary', async () => {
    const file = await read(ec.certificate);
    assert.equal(file.format, 'X.509');
    assert.deepEqual(file.certificates, [
      { certificate: new Uint8Array(ec.certificate), friendlyName: '', privateKey: undefined },
    ]);
  });

  const texts: readonly (readonly [rule: string, make: (text: string) => Uint8Array | string])[] = [
    ['armoured', (text) => text],
    ['with line feeds', (text) => text.replaceAll('\r\n', '\n')],
    ['with text around it', (text) => `Bag Attributes\r\n  0 1\r\n${text}\r\n-----BEGIN of something else\r\n`],
    ['with the mark of UTF-8', (text) => Buffer.from(`\u{feff}${text}`)],
    ['UTF-16, low byte first, with mark', (text) => Buffer.from(`\u{feff}${text}`, 'utf16le')],
    ['UTF-16, low byte first, without mark', (text) => Buffer.from(text, 'utf16le')],
    ['UTF-16, high byte first, with mark', (text) => Buffer.from(`\u{feff}${text}`, 'utf16le').swap16()],
    ['UTF-16, high byte first, without mark', (text) => Buffer.from(text, 'utf16le').swap16()],
    ['with another label', (text) => text.replaceAll('CERTIFICATE', 'X509 CERTIFICATE')],
    ['base64 without armour', (text) => text.replaceAll(/-----.*-----/g, '')],
    ['base64 on one line', (text) => text.replaceAll(/-----.*-----|\s/g, '')],
    ['behind a private key', (text) => `${encodePem('PRIVATE KEY', ec.privateKey)}${text}`],
  ];
  for (const [rule, make] of texts) {
    it(rule, async () => {
      assert.deepEqual(await certificatesOf(make(armoured(ec.certificate))), [Buffer.from(ec.certificate)]);
    });
  }

  it('several certificates, each once and in their order', async () => {
    const three = [ec.certificate, ec.root, other.certificate].map((der) => Buffer.from(der));
    assert.deepEqual(await certificatesOf(armoured(...three, ec.root, ec.certificate)), three);
  });

  it('PKCS #7 without a signature, binary and under every label', async () => {
    const two = [ec.certificate, ec.root].map((der) => Buffer.from(der));
    const p7b = degenerateSignedData(...two);
    assert.equal((await read(p7b)).format, 'PKCS #7');
    assert.deepEqual(await certificatesOf(p7b), two);
    for (const label of ['PKCS7', 'CERTIFICATE', 'CMS', 'PKCS #7 SIGNED DATA']) {
      assert.deepEqual(await certificatesOf(encodePem(label, p7b)), two, label);
    }
  });

  it('PKCS #12 under armour, as certutil -encode makes it', async () => {
    assert.equal((await certificatesOf(encodePem('CERTIFICATE', pfx), PASSWORD)).length, 2);
  });
});

describe('a PKCS #12 gives its certificates, and the key of each', () => {
  it('encrypted, with a password of any letters', async () => {
    const { format, certificates } = await read(pfx, PASSWORD);
    assert.equal(format, 'PKCS #12');
    assert.deepEqual(
      certificates.map(({ friendlyName, privateKey }) => [friendlyName, isSameKey(privateKey, ec.privateKey)]),
      [
        ['Name', true],
        ['', false],
      ],
    );
  });

  const shapes: readonly (readonly [rule: string, make: () => Uint8Array])[] = [
    ['nothing encrypted', () => plainPfx(certificateBag(rsa.certificate, 'N'), keyBag(rsa.privateKey))],
    ['lengths not known before', () => plainPfxInPieces(certificateBag(rsa.certificate, 'N'), keyBag(rsa.privateKey))],
    [
      'bags within bags',
      () => plainPfx(nestedBag(nestedBag(certificateBag(rsa.certificate, 'N')), keyBag(rsa.privateKey))),
    ],
    [
      'a revocation list beside them',
      () => plainPfx(revocationListBag(), certificateBag(rsa.certificate, 'N'), keyBag(rsa.privateKey)),
    ],
    [
      'a misleading key identifier',
      () => {
        const wrong = attribute('1.2.840.113549.1.9.21', octetString(Uint8Array.of(9)));
        return plainPfx(
          certificateBag(rsa.certificate, 'N'),
          certificateBag(ec.certificate),
          keyBag(rsa.privateKey, wrong),
        );
      },
    ],
    [
      'something behind it',
      () => Buffer.concat([plainPfx(certificateBag(rsa.certificate, 'N'), keyBag(rsa.privateKey)), Buffer.alloc(9)]),
    ],
  ];
  for (const [rule, make] of shapes) {
    it(rule, async () => {
      const [leaf] = (await read(make())).certificates;
      assert.deepEqual(leaf?.certificate, new Uint8Array(rsa.certificate));
      assert.equal(leaf?.friendlyName, 'N');
      assert.ok(isSameKey(leaf?.privateKey, rsa.privateKey));
    });
  }

  it('several certificates with keys: each its own', async () => {
    const bags = [ec, rsa].flatMap((one) => [certificateBag(one.certificate)]);
    const { certificates } = await read(plainPfx(keyBag(rsa.privateKey), ...bags, keyBag(ec.privateKey)));
    assert.deepEqual(
      certificates.map(({ privateKey }) => [
        isSameKey(privateKey, ec.privateKey),
        isSameKey(privateKey, rsa.privateKey),
      ]),
      [
        [true, false],
        [false, true],
      ],
    );
  });
});

describe('a wrong password is an error of its own, in the words of Windows', () => {
  for (const wrong of ['', undefined, 'System.Security.SecureString', 'pässwörd 日本 𝄞', `${PASSWORD} `]) {
    it(JSON.stringify(wrong) ?? 'none', async () => {
      await assert.rejects(read(pfx, wrong), {
        code: 'CertificateFilePasswordWrong',
        exceptionType: 'System.Security.Cryptography.CryptographicException',
        message: 'The specified network password is not correct.',
        hresult: 0x80070056,
      });
    });
  }

  it('a file that was changed does not show its content', async () => {
    const changed = Buffer.from(pfx);
    changed.writeUInt8(changed.readUInt8(changed.length >> 1) ^ 1, changed.length >> 1);
    await assert.rejects(read(changed, PASSWORD), /CertificateFile|network password|cannot be used/);
  });
});

describe('what cannot be used is refused in one sentence, and nothing of it is taken', () => {
  const refused: readonly (readonly [rule: string, make: () => Uint8Array | string, reason: string])[] = [
    ['an empty file', () => '', 'it is empty'],
    ['more than 4 MB', () => Buffer.alloc(4 * 1024 * 1024 + 1, 0x30), 'it is larger than 4 MB'],
    ['any text', () => 'no certificate at all', 'it holds no certificate'],
    ['any bytes', () => Buffer.from([1, 0, 2, 0xff, 0, 0, 7]), 'it holds no certificate'],
    ['zeros', () => Buffer.alloc(1000), 'it holds no certificate'],
    ['a request', () => ec.request, 'it is a certificate request, not a certificate'],
    [
      'a request file',
      () => encodePem('NEW CERTIFICATE REQUEST', ec.request),
      'it is a certificate request, not a certificate',
    ],
    ['a key', () => encodePem('PRIVATE KEY', ec.privateKey), 'it holds no certificate, but "PRIVATE KEY"'],
    ['half a certificate', () => ec.certificate.subarray(0, 300), 'it is damaged or incomplete'],
    [
      'armour that does not end',
      () => armoured(ec.certificate).slice(0, 200),
      'its part 1 ("CERTIFICATE") is damaged or incomplete',
    ],
    [
      'armour with broken base64',
      () => `${armoured(ec.root)}${armoured(ec.certificate).replace('MII', 'M!I')}`,
      'its part 2 ("CERTIFICATE") is damaged or incomplete',
    ],
    [
      'another structure',
      () => toBytes(sequence(sequence(integer(1)))),
      'it holds something that is no X.509 certificate',
    ],
    [
      'a certificate that fits the schema, and has a text that is none',
      () => withNameOfWrongBytes(ec.certificate),
      'it holds something that is no X.509 certificate',
    ],
    ['PKCS #7 without certificates', () => degenerateSignedData(), 'it holds no certificate'],
    ['PKCS #12 without certificates', () => plainPfx(keyBag(ec.privateKey)), 'it holds no certificate'],
    [
      'a key of another certificate',
      () => plainPfx(certificateBag(ec.certificate), keyBag(other.privateKey)),
      'it holds a private key that belongs to none of its certificates',
    ],
    [
      'one key too many',
      () => plainPfx(certificateBag(ec.certificate), keyBag(ec.privateKey), keyBag(other.privateKey)),
      'it holds a private key that belongs to none of its certificates',
    ],
    [
      'a damaged key',
      () => plainPfx(certificateBag(ec.certificate), keyBag(toBytes(sequence(integer(0))))),
      'it holds a private key that cannot be read',
    ],
    [
      'a friendly name without end',
      () => plainPfx(certificateBag(ec.certificate, 'x'.repeat(700_000)), keyBag(ec.privateKey)),
      'its certificates and their friendly names are too long',
    ],
    ['bags without end', () => plainPfx(nested(12)), 'its parts are nested too deep'],
    ['values without end', () => Buffer.alloc(100_000, Buffer.from([0x30, 0x80])), 'it is damaged or incomplete'],
  ];
  for (const [rule, make, reason] of refused) {
    it(rule, async () => {
      await assert.rejects(read(make()), {
        code: 'CertificateFileInvalid',
        message: `The certificate file "C:\\x.cer" cannot be used: ${reason}. Nothing was imported.`,
      });
    });
  }

  /** A UTF8String whose first byte begins no character. */
  function withNameOfWrongBytes(certificate: Uint8Array): Uint8Array {
    const wrong = Buffer.from(certificate);
    const name = wrong.indexOf('pool1.litwareinc.com');
    wrong.writeUInt8(0x0c, name - 2);
    wrong.writeUInt8(0xff, name);
    return wrong;
  }

  function nested(depth: number): ReturnType<typeof nestedBag> {
    return depth === 0 ? nestedBag() : nestedBag(nested(depth - 1));
  }

  it('every beginning of a file', async () => {
    for (const [whole, password] of [
      [pfx, PASSWORD],
      [degenerateSignedData(ec.certificate, ec.root), undefined],
      [ec.certificate, undefined],
    ] as const) {
      for (let length = 0; length < whole.length; length += 7) {
        await assert.rejects(read(whole.subarray(0, length), password), { code: 'CertificateFileInvalid' });
      }
    }
  });

  it('any bytes, and files with some bytes changed: an error of the catalogue or certificates, nothing else', async () => {
    const files = () => [
      degenerateSignedData(ec.certificate),
      ec.certificate,
      plainPfx(certificateBag(rsa.certificate), keyBag(rsa.privateKey)),
    ];
    const spoilt = fc
      .tuple(fc.nat(2), fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { minLength: 1, maxLength: 4 }))
      .map(([which, changes]) => {
        const bytes = Buffer.from(files()[which] ?? []);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        return bytes;
      });
    const bytes = fc.oneof(
      spoilt,
      fc.uint8Array({ maxLength: 300 }),
      fc.string().map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const code = await read(content).then(
          ({ certificates }) => (certificates.length > 0 ? 'read' : 'nothing'),
          (error) => error.code ?? error.stack,
        );
        assert.match(String(code), /^(?:read|CertificateFileInvalid|CertificateFilePasswordWrong)$/);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('a file that means harm takes no more than seconds', () => {
  /** Of the processor's time, which other programs do not take. */
  const seconds = 6;
  const hostile: readonly (readonly [rule: string, make: () => Uint8Array | string])[] = [
    ['armour opened and never closed', () => '-----BEGIN CERTIFICATE-----\n'.repeat(140_000)],
    [
      'a different armour each time',
      () => Array.from({ length: 120_000 }, (_, n) => `-----BEGIN ${n} A-----\n`).join(''),
    ],
    ['dashes', () => '-'.repeat(4_000_000)],
    ['blanks', () => ' '.repeat(4_000_000)],
    ['tiny values', () => toBytes(octetString(Buffer.alloc(3_900_000, Buffer.from([2, 1, 1])))).fill(0x30, 0, 1)],
    ['rounds without end', () => hostileRounds()],
    ['an integrity check that is longer than its digest', () => longIntegrityCheck()],
  ];
  for (const [rule, make] of hostile) {
    it(rule, async () => {
      const content = make();
      const start = process.cpuUsage();
      await assert.rejects(read(content, 'x'), { code: /^CertificateFile/ });
      const { user, system } = process.cpuUsage(start);
      assert.ok((user + system) / 1e6 < seconds);
    });
  }

  /** SHA-1 gives 20 bytes; each 20 more would ask for the rounds once again. */
  function longIntegrityCheck(): Uint8Array {
    const sha1 = sequence(objectIdentifier('1.3.14.3.2.26'));
    const check = sequence(
      sequence(sha1, octetString(Buffer.alloc(64))),
      octetString(Buffer.alloc(8)),
      integer(2_000_000),
    );
    return toBytes(sequence(integer(3), data(toBytes(sequence())), check));
  }

  /** The test's own PFX with 2^31 rounds for its integrity check. */
  function hostileRounds(): Uint8Array {
    const wrong = Buffer.from(pfx);
    const rounds = wrong.lastIndexOf(Buffer.from([0x02, 0x03, 0x01, 0x86, 0xa0]));
    assert.ok(rounds > 0);
    wrong.writeUIntBE(0x7fffff, rounds + 2, 3);
    return wrong;
  }
});
