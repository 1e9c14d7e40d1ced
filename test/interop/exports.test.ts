import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { succeed } from '../cli/cscert.ts';
import { runProgram, verifier } from './programs.ts';
import { askDotnet, DOTNET_SKIP } from './readers/dotnet.ts';
import { keytool, listKeyStore } from './readers/keytool.ts';
import { SAMPLE_REQUESTS, type SampleRequest } from './sample-requests.ts';
import { Workshop } from './workshop.ts';

const PASSWORD = 'a "long" pass, word + $1';
const KINDS = ['RSA 2048', 'EC 256', 'EC 384', 'EC 521'].map((key) => SAMPLE_REQUESTS.find((one) => one.key === key));
const ODD = SAMPLE_REQUESTS.find(({ title }) => title.startsWith('scripts of the world'));
const SAMPLES = [...KINDS, ODD].filter((sample) => sample !== undefined);

/** A PKCS #12 file and a PEM file with the key, of one certificate. */
interface Exported {
  readonly thumbprint: string;
  readonly pfx: string;
  readonly pem: string;
}

let workshop: Workshop;
const exported = new Map<SampleRequest, Exported>();

before(async () => {
  workshop = await Workshop.open();
  for (const [index, sample] of SAMPLES.entries()) {
    const { thumbprint } = await workshop.issue({ ...sample, args: [...sample.args, '-FriendlyName', 'Zürich 日本'] });
    const bench = workshop.bench(sample);
    const secret = { ...bench, environment: { ...bench.environment, CSCERT_PFX_PASSWORD: PASSWORD } };
    await succeed(secret, 'certificate', 'export', thumbprint, '--with-key', '--path', `${index}.pfx`);
    await succeed(bench, 'certificate', 'export', thumbprint, '--with-key', '--path', `${index}.pem`);
    exported.set(sample, { thumbprint, pfx: workshop.at(`${index}.pfx`), pem: workshop.at(`${index}.pem`) });
  }
});
after(() => workshop.close());

function exportOf(sample: SampleRequest): Exported {
  const found = exported.get(sample);
  assert.ok(found);
  return found;
}

/** Lists a PKCS #12 file with a password; rejects where the program does not take it. */
interface PfxReader {
  readonly name: string;
  readonly skip: string | undefined;
  list(path: string, password: string): Promise<string>;
  /** What has to be in the list. */
  readonly expected: RegExp;
}

const openssl = verifier('openssl');
const certtool = verifier('certtool');
const nss = verifier('certutil');

const READERS: readonly PfxReader[] = [
  {
    name: openssl.name,
    skip: openssl.skip,
    list: (path, password) => openssl.run(['pkcs12', '-in', path, '-passin', `pass:${password}`, '-nodes']),
    // It shows one byte of each character of a friendly name.
    expected: /friendlyName: Z[\s\S]*localKeyID: (?:[0-9A-F]{2} ){20}[\s\S]*BEGIN PRIVATE KEY/,
  },
  {
    name: certtool.name,
    skip: certtool.skip,
    list: (path, password) => certtool.run(['--p12-info', '--inder', '--infile', path, '--password', password]),
    expected: /Friendly name: Zürich 日本[\s\S]*BEGIN (?:ENCRYPTED )?PRIVATE KEY/,
  },
  {
    name: 'NSS pk12util',
    skip: nss.skip,
    list: (path, password) => runProgram('pk12util', ['-l', path, '-W', password]),
    expected: /Certificate\(has private key\)[\s\S]*Friendly Name: Zürich 日本/,
  },
  {
    name: keytool.name,
    skip: keytool.skip,
    list: listKeyStore,
    expected: /Alias name: zürich 日本[\s\S]*Entry type: PrivateKeyEntry\nCertificate chain length: 2/,
  },
];

for (const { name, skip, list, expected } of READERS) {
  describe(`${name} opens a .pfx: certificate, key, chain, friendly name`, { skip }, () => {
    for (const sample of SAMPLES) {
      it(`${sample.key}: ${sample.title}`, async () => {
        assert.match(await list(exportOf(sample).pfx, PASSWORD), expected);
      });
    }

    it('but not with another password', async () => {
      for (const sample of SAMPLES.slice(0, 1)) await assert.rejects(list(exportOf(sample).pfx, 'wrong password'));
    });
  });
}

describe('.NET opens a .pfx, and its key signs for its certificate', { skip: DOTNET_SKIP }, () => {
  for (const sample of SAMPLES) {
    it(`${sample.key}: ${sample.title}`, async () => {
      const [answer] = await askDotnet([{ kind: 'pfx', path: exportOf(sample).pfx, password: PASSWORD }]);
      assert.deepEqual([answer?.refusal, answer?.keyFits, answer?.certificateCount], [null, true, 2]);
    });
  }

  it('but not with another password', async () => {
    for (const sample of SAMPLES.slice(0, 1)) {
      const [answer] = await askDotnet([{ kind: 'pfx', path: exportOf(sample).pfx, password: 'wrong password' }]);
      assert.match(answer?.refusal ?? '', /CryptographicException/);
    }
  });
});

describe('a .pem with its key: OpenSSL finds certificate, root and the key that fits', { skip: openssl.skip }, () => {
  for (const sample of SAMPLES) {
    it(`${sample.key}: ${sample.title}`, async () => {
      const { pem, pfx, thumbprint } = exportOf(sample);
      const fromCertificate = await openssl.run(['x509', '-in', pem, '-noout', '-pubkey']);
      assert.equal(await openssl.run(['pkey', '-in', pem, '-pubout']), fromCertificate);
      const fingerprint = await openssl.run(['x509', '-in', pem, '-noout', '-fingerprint', '-sha1']);
      assert.equal(fingerprint.trim().replace(/^.*=|:/g, ''), thumbprint);
      const both = await openssl.run(['pkcs12', '-in', pfx, '-passin', `pass:${PASSWORD}`, '-nokeys']);
      assert.equal(both.match(/BEGIN CERTIFICATE/g)?.length, 2);
    });
  }
});
