import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { peculiarKeyProvider } from '../../src/adapters/request-encoder/x509/key-provider.ts';
import { X509RequestEncoder } from '../../src/adapters/request-encoder/x509/x509-request-encoder.ts';
import { encodeRequestPem } from '../../src/domain/pem.ts';
import type { KeyAlgorithm } from '../../src/domain/request/key-algorithm.ts';
import type { RequestPlan } from '../../src/domain/request/request-plan.ts';
import { subjectName } from '../../src/domain/x500/distinguished-name.ts';
import { formatDistinguishedName } from '../../src/domain/x500/name-text.ts';
import { forEach } from './programs.ts';
import { certtool } from './readers/certtool.ts';
import { type Answer, askDotnet, DOTNET_SKIP, readingOf } from './readers/dotnet.ts';
import { keytool } from './readers/keytool.ts';
import { nss, signRequest } from './readers/nss.ts';
import { openssl } from './readers/openssl.ts';
import { expectedKeyUsage, SAMPLE_REQUESTS, type SampleRequest } from './sample-requests.ts';
import { Workshop } from './workshop.ts';

const READERS = [openssl, certtool, nss, keytool];
let workshop: Workshop;
let paths: readonly string[];

before(async () => {
  workshop = await Workshop.open();
  const numbered = SAMPLE_REQUESTS.map((sample, index) => ({ sample, name: `${index}.req` }));
  paths = await forEach(numbered, ({ sample, name }) => workshop.request(sample, name));
});
after(() => workshop.close());

function pathOf(index: number): string {
  const path = paths[index];
  assert.ok(path);
  return path;
}

/** What every program has to read. */
function expected(sample: SampleRequest) {
  const { subject, names, purposes, key } = sample;
  return { subject, names, keyUsage: expectedKeyUsage(sample), purposes, key };
}

for (const reader of READERS) {
  describe(`${reader.name} reads out of an offline request what was asked for`, { skip: reader.skip }, () => {
    for (const [index, sample] of SAMPLE_REQUESTS.entries()) {
      it(sample.title, async () => assert.deepEqual(await reader.request?.(pathOf(index)), expected(sample)));
    }
  });
}

describe('.NET reads out of an offline request what was asked for', { skip: DOTNET_SKIP }, () => {
  let answers: readonly Answer[];
  before(async () => {
    answers = await askDotnet(paths.map((path) => ({ kind: 'request', path })));
  });

  for (const [index, sample] of SAMPLE_REQUESTS.entries()) {
    it(`${sample.title}; its text of the subject is ours`, () => {
      const answer = answers[index];
      assert.ok(answer);
      assert.equal(answer.refusal, null);
      const { subject, ...rest } = expected(sample);
      assert.deepEqual(readingOf(answer), rest);
      assert.equal(answer.subject, textOf(subject));
    });
  }
});

describe('NSS, as a CA, signs an offline request after verifying it', { skip: nss.skip }, () => {
  for (const [index, { title, key }] of SAMPLE_REQUESTS.entries()) {
    if (!['RSA 4096', 'EC 256', 'EC 384', 'EC 521'].includes(key)) continue;
    it(`${key}: ${title}`, async () => assert.match(await signRequest(pathOf(index)), /BEGIN CERTIFICATE/));
  }
});

describe('a request signed by @peculiar/webcrypto is no different', () => {
  const keys: readonly (readonly [KeyAlgorithm, RequestPlan['keySize'], string])[] = [
    ['RSA', 1024, 'RSA 1024'],
    ['RSA', 2048, 'RSA 2048'],
    ['RSA', 4096, 'RSA 4096'],
    ['ECDH_P256', 2048, 'EC 256'],
    ['ECDH_P384', 2048, 'EC 384'],
    ['ECDH_P521', 2048, 'EC 521'],
  ];
  for (const [keyAlgorithm, keySize, key] of keys) {
    it(key, async () => {
      const path = await peculiarRequest({ keyAlgorithm, keySize }, `peculiar-${key}.req`);
      for (const { skip, request } of READERS) {
        if (skip !== undefined) continue;
        const reading = await request?.(path);
        assert.deepEqual([reading?.key, reading?.names], [key, ['pool1.litwareinc.com']]);
      }
      if (DOTNET_SKIP === undefined) assert.equal((await askDotnet([{ kind: 'request', path }]))[0]?.refusal, null);
    });
  }
});

async function peculiarRequest(key: Pick<RequestPlan, 'keyAlgorithm' | 'keySize'>, name: string): Promise<string> {
  const encoder = new X509RequestEncoder(await peculiarKeyProvider());
  const plan: RequestPlan = {
    ...key,
    subject: subjectName('pool1.litwareinc.com'),
    alternativeNames: ['pool1.litwareinc.com'],
    clientAuthentication: false,
    template: 'WebServer',
    clientInfo: undefined,
  };
  const { der } = await encoder.encode(plan, await encoder.generateKey(key.keyAlgorithm, key.keySize));
  const path = workshop.at(name);
  await writeFile(path, encodeRequestPem(der));
  return path;
}

/** The text of a name as we show it; the programs say `ST` where Windows says `S`. */
function textOf(subject: readonly string[]): string {
  const attributes = subject.map((attribute) => {
    const at = attribute.indexOf('=');
    return { type: attribute.slice(0, at).replace(/^ST$/, 'S'), value: attribute.slice(at + 1) };
  });
  return formatDistinguishedName(attributes);
}
