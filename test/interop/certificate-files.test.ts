import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { asn1CertificateFileReader } from '../../src/adapters/certificate-file-reader/asn1/asn1-certificate-file-reader.ts';
import type { CertificateFile } from '../../src/ports/certificate-file-reader.ts';
import { runProgram, verifier } from './programs.ts';
import { askDotnet, DOTNET_SKIP } from './readers/dotnet.ts';

/*
 * Certificate files as other programs write them. That a key belongs to its certificate is what the reader itself
 * proves; the tests count keys.
 */

const openssl = verifier('openssl');
const certtool = verifier('certtool');
const nss = verifier('certutil');
const keytool = verifier('keytool');
const PASSWORD = 'pässword 日本 $1';
/** What the Java and the GnuTLS tool take from a command line. */
const ASCII = 'secret-1 $';
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cscert-files-'));
  if (openssl.skip !== undefined) return;
  const root = ['-subj', '/CN=Outside Root', '-addext', 'basicConstraints=critical,CA:TRUE'];
  await run('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'root.key', '-out', 'root.pem', ...root);
  for (const [name, ...key] of [
    ['rsa', 'rsa:2048'],
    ['ec', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  ]) {
    await run(
      'req',
      '-newkey',
      ...key,
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      `/CN=${name}`,
    );
    const issuer = ['-CA', 'root.pem', '-CAkey', 'root.key', '-days', '30'];
    await run('x509', '-req', '-in', `${name}.csr`, ...issuer, '-out', `${name}.pem`);
  }
});
after(() => rm(folder, { recursive: true }));

function run(...args: readonly string[]): Promise<string> {
  return openssl.run(args, { cwd: folder });
}

async function read(name: string, password?: string): Promise<CertificateFile> {
  return asn1CertificateFileReader.read({ path: name, bytes: await readFile(join(folder, name)), password });
}

/** Of each certificate in the file: its subject, its friendly name, and whether the file has its key. */
async function contentOf(name: string, password?: string): Promise<readonly (readonly [string, string, boolean])[]> {
  const { certificates } = await read(name, password);
  return certificates.map(({ certificate, friendlyName, privateKey }) => [
    new X509Certificate(certificate).subject,
    friendlyName,
    privateKey !== undefined,
  ]);
}

describe('OpenSSL: every encryption that it and Windows write', { skip: openssl.skip }, () => {
  const settings: readonly (readonly [rule: string, ...args: string[]])[] = [
    ['its own choice: AES-256, HMAC-SHA-256'],
    ['Windows up to Server 2016: 3DES for the key, RC2 of 40 bits for the certificates, HMAC-SHA-1', '-legacy'],
    ['RC2 of 128 bits', '-legacy', '-certpbe', 'PBE-SHA1-RC2-128'],
    ['3DES for both', '-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
    ['3DES with two keys', '-legacy', '-certpbe', 'PBE-SHA1-2DES', '-keypbe', 'PBE-SHA1-2DES'],
    ['AES-128', '-certpbe', 'AES-128-CBC', '-keypbe', 'AES-128-CBC'],
    ['PBES2 with 3DES', '-certpbe', 'DES-EDE3-CBC', '-keypbe', 'DES-EDE3-CBC'],
    ['HMAC-SHA-512 and many rounds', '-macalg', 'sha512', '-iter', '100000'],
    ['no integrity check', '-nomac'],
    ['certificates in clear', '-certpbe', 'NONE'],
    ['a key in clear', '-keypbe', 'NONE'],
  ];
  for (const [rule, ...args] of settings) {
    for (const kind of ['rsa', 'ec']) {
      it(`${rule}; ${kind}`, async () => {
        const content = ['-inkey', `${kind}.key`, '-in', `${kind}.pem`, '-certfile', 'root.pem', '-name', 'Zürich'];
        await run('pkcs12', '-export', ...content, ...args, '-passout', `pass:${PASSWORD}`, '-out', 'a.pfx');
        assert.deepEqual(await contentOf('a.pfx', PASSWORD), [
          [`CN=${kind}`, 'Zürich', true],
          ['CN=Outside Root', '', false],
        ]);
        await assert.rejects(read('a.pfx', 'wrong'), { code: 'CertificateFilePasswordWrong' });
      });
    }
  }

  it('an empty password, and none given', async () => {
    for (const args of [[], ['-legacy'], ['-nomac']]) {
      await run(
        'pkcs12',
        '-export',
        '-inkey',
        'ec.key',
        '-in',
        'ec.pem',
        ...args,
        '-passout',
        'pass:',
        '-out',
        'b.pfx',
      );
      for (const password of ['', undefined]) assert.equal((await contentOf('b.pfx', password)).length, 1);
      await assert.rejects(read('b.pfx', 'wrong'), { code: 'CertificateFilePasswordWrong' });
    }
  });

  it('many wrong passwords of a file without an integrity check, each said to be wrong', async () => {
    const file = ['-inkey', 'ec.key', '-in', 'ec.pem', '-out', 'n.pfx'];
    await run('pkcs12', '-export', ...file, '-iter', '1', '-nomac', '-passout', 'pass:');
    assert.equal((await contentOf('n.pfx', '')).length, 1);
    for (let number = 0; number < 2000; number++) {
      await assert.rejects(read('n.pfx', `wrong ${number}`), { code: 'CertificateFilePasswordWrong' });
    }
  });

  it('PKCS #7, binary and text', async () => {
    for (const form of ['DER', 'PEM']) {
      const both = ['-certfile', 'rsa.pem', '-certfile', 'root.pem'];
      await run('crl2pkcs7', '-nocrl', ...both, '-outform', form, '-out', 'c.p7b');
      assert.deepEqual(await contentOf('c.p7b'), [
        ['CN=rsa', '', false],
        ['CN=Outside Root', '', false],
      ]);
    }
  });

  it('a signed message with its certificates, of indefinite length', async () => {
    const signer = ['-signer', 'rsa.pem', '-inkey', 'rsa.key', '-certfile', 'root.pem'];
    await run('cms', '-sign', '-in', 'rsa.csr', '-stream', '-nodetach', ...signer, '-outform', 'DER', '-out', 'd.p7m');
    assert.deepEqual(
      new Set((await contentOf('d.p7m')).map(([subject]) => subject)),
      new Set(['CN=rsa', 'CN=Outside Root']),
    );
  });

  it('a certificate with its description, and one with trust settings', async () => {
    await run('x509', '-in', 'rsa.pem', '-text', '-out', 'e.crt');
    await run('x509', '-in', 'rsa.pem', '-addtrust', 'serverAuth', '-trustout', '-out', 'f.crt');
    for (const name of ['e.crt', 'f.crt']) assert.deepEqual(await contentOf(name), [['CN=rsa', '', false]]);
  });
});

describe('GnuTLS', { skip: certtool.skip ?? openssl.skip }, () => {
  for (const args of [
    [],
    ['--pkcs-cipher', 'rc2-40'],
    ['--pkcs-cipher', '3des-pkcs12'],
    ['--pkcs-cipher', 'aes-128'],
  ]) {
    it(`certtool --to-p12 ${args.join(' ')}`, async () => {
      const content = [
        '--load-privkey',
        'rsa.key',
        '--load-certificate',
        'rsa.pem',
        '--load-ca-certificate',
        'root.pem',
      ];
      const output = ['--password', ASCII, '--p12-name', 'web', '--outder', '--outfile', 'g.p12'];
      await certtool.run(['--to-p12', ...args, ...content, ...output], { cwd: folder });
      assert.deepEqual(await contentOf('g.p12', ASCII), [
        ['CN=rsa', 'web', true],
        ['CN=Outside Root', '', false],
      ]);
    });
  }
});

describe('NSS, with its 600,000 rounds', { skip: nss.skip ?? openssl.skip }, () => {
  for (const ciphers of [
    [],
    ['-c', 'PKCS #12 V2 PBE With SHA-1 and 3KEY Triple DES-CBC', '-C', 'PKCS #12 V2 PBE With SHA-1 and 40 Bit RC2 CBC'],
  ]) {
    it(`pk12util -o ${ciphers.length === 0 ? '' : 'with 3DES and RC2'}`, async () => {
      const database = `sql:${await mkdtemp(join(folder, 'nss-'))}`;
      await nss.run(['-N', '-d', database, '--empty-password'], { cwd: folder });
      const content = ['-inkey', 'ec.key', '-in', 'ec.pem', '-certfile', 'root.pem', '-name', 'Zürich'];
      await run('pkcs12', '-export', ...content, '-passout', `pass:${PASSWORD}`, '-out', 'i.pfx');
      await runProgram('pk12util', ['-d', database, '-i', 'i.pfx', '-W', PASSWORD], { cwd: folder });
      const output = ['-o', 'j.p12', '-n', 'Zürich', '-W', PASSWORD, ...ciphers];
      await runProgram('pk12util', ['-d', database, ...output], { cwd: folder });
      const found = await contentOf('j.p12', PASSWORD);
      assert.deepEqual(
        found.find(([subject]) => subject === 'CN=ec'),
        ['CN=ec', 'Zürich', true],
      );
      assert.equal(found.length, 2);
    });
  }
});

describe('Java', { skip: keytool.skip }, () => {
  const stores: readonly (readonly [rule: string, ...args: string[]])[] = [
    ['EC, as it is now', '-keyalg', 'EC', '-groupname', 'secp256r1'],
    ['RSA, as before version 16', '-J-Dkeystore.pkcs12.legacy', '-keyalg', 'RSA', '-keysize', '2048'],
  ];
  for (const [index, [rule, ...args]] of stores.entries()) {
    it(rule, async () => {
      const store = ['-storetype', 'PKCS12', '-keystore', `k${index}.p12`, '-storepass', ASCII];
      await keytool.run(['-genkeypair', '-alias', 'web', '-dname', 'CN=made.by.java', ...args, ...store], {
        cwd: folder,
      });
      assert.deepEqual(await contentOf(`k${index}.p12`, ASCII), [['CN=made.by.java', 'web', true]]);
    });
  }
});

describe('.NET', { skip: DOTNET_SKIP }, () => {
  it('every encryption that it offers, RSA and EC', async () => {
    const encryptions = [undefined, 'Pkcs12TripleDesSha1', 'Pbes2Aes256Sha256'];
    const questions = encryptions.flatMap((encryption) =>
      [undefined, 'nistP256', 'nistP521'].map((curve, index) => ({
        kind: 'makePfx' as const,
        path: join(folder, `net-${encryption}-${index}.pfx`),
        password: PASSWORD,
        ...(encryption !== undefined && { encryption }),
        ...(curve !== undefined && { curve }),
      })),
    );
    const answers = await askDotnet(questions);
    for (const [index, { path }] of questions.entries()) {
      assert.equal(answers[index]?.refusal, null);
      const bytes = await readFile(path);
      const { certificates } = await asn1CertificateFileReader.read({ path, bytes, password: PASSWORD });
      const [leaf] = certificates;
      assert.ok(leaf?.privateKey !== undefined && certificates.length === 1);
      const thumbprint = new X509Certificate(leaf.certificate).fingerprint.replaceAll(':', '');
      assert.equal(thumbprint, answers[index]?.thumbprint);
    }
  });
});
