import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { forEach } from './programs.ts';
import { certtool } from './readers/certtool.ts';
import { type Answer, askDotnet, DOTNET_SKIP, readingOf } from './readers/dotnet.ts';
import { keytool } from './readers/keytool.ts';
import { nss } from './readers/nss.ts';
import { openssl } from './readers/openssl.ts';
import { expectedKeyUsage, SAMPLE_REQUESTS, type SampleRequest } from './sample-requests.ts';
import { type Issued, Workshop } from './workshop.ts';

/** A certificate with the files that the programs get. */
interface Certificate {
  readonly issued: Issued;
  /** PEM. */
  readonly path: string;
  readonly root: string;
}

const READERS = [openssl, certtool, nss, keytool];
let workshop: Workshop;
let certificates: readonly Certificate[];
const roots = new Map<SampleRequest['deployment'], string>();

before(async () => {
  workshop = await Workshop.open();
  for (const sample of SAMPLE_REQUESTS) {
    if (!roots.has(sample.deployment)) {
      roots.set(sample.deployment, await workshop.root(`${sample.deployment}-root.pem`, sample));
    }
  }
  const numbered = SAMPLE_REQUESTS.map((sample, index) => ({ sample, name: `${index}.pem` }));
  certificates = await forEach(numbered, async ({ sample, name }) => {
    const issued = await workshop.issue(sample);
    const path = await workshop.certificate(name, sample, issued.thumbprint);
    return { issued, path, root: rootOf(sample) };
  });
});
after(() => workshop.close());

function rootOf({ deployment }: SampleRequest): string {
  const root = roots.get(deployment);
  assert.ok(root);
  return root;
}

function certificateOf(index: number): Certificate {
  const certificate = certificates[index];
  assert.ok(certificate);
  return certificate;
}

/** What every program has to read. */
function expected(sample: SampleRequest) {
  const { subject, names, issuedPurposes, key } = sample;
  return { subject, names, keyUsage: expectedKeyUsage(sample), purposes: issuedPurposes, key };
}

for (const { name, skip, certificate: read, verify } of READERS) {
  describe(`${name}: an issued certificate holds what was asked for`, { skip }, () => {
    for (const [index, sample] of SAMPLE_REQUESTS.entries()) {
      it(sample.title, async () => assert.deepEqual(await read?.(certificateOf(index).path), expected(sample)));
    }
  });

  if (verify === undefined) continue;
  describe(`${name}: the chain of an issued certificate serves a server of that name`, { skip }, () => {
    for (const [index, { title, host }] of SAMPLE_REQUESTS.entries()) {
      it(`${title}: ${host}`, () => verify({ ...certificateOf(index), host }));
    }
  });

  describe(`${name}: a root is a CA of its own`, { skip }, () => {
    for (const deployment of ['enterprise', 'standard', 'synthetic'] as const) {
      it(deployment, async () => {
        const root = roots.get(deployment) ?? '';
        const reading = await read?.(root);
        assert.deepEqual(reading?.keyUsage, ['crlSign', 'digitalSignature', 'keyCertSign']);
        const name = deployment === 'synthetic' ? 'CN=Litware, "Zürich" #1 + Co' : 'CN=myca';
        assert.deepEqual(reading?.subject, [name, 'DC=litwareinc', 'DC=com']);
      });
    }
  });
}

describe('.NET: an issued certificate holds what was asked for, and its chain serves its host', {
  skip: DOTNET_SKIP,
}, () => {
  let answers: readonly Answer[];
  before(async () => {
    answers = await askDotnet(
      SAMPLE_REQUESTS.map(({ host }, index) => {
        const { path, root } = certificateOf(index);
        return { kind: 'certificate', path, root, host };
      }),
    );
  });

  for (const [index, sample] of SAMPLE_REQUESTS.entries()) {
    it(`${sample.title}; its text of the subject is the product's`, () => {
      const answer = answers[index];
      assert.ok(answer);
      assert.equal(answer.refusal, null);
      const { subject: _, ...rest } = expected(sample);
      assert.deepEqual(readingOf(answer), rest);
      assert.equal(answer.subject, certificateOf(index).issued.subject);
      assert.deepEqual(answer.chainStatus, []);
      // Without alternative names there is nothing that .NET would compare.
      assert.equal(answer.coversHost, sample.names.length > 0);
    });
  }
});
