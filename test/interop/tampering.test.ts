import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { encodePem, encodeRequestPem } from '../../src/domain/pem.ts';
import { readPem, readRequestPem } from '../fixtures/read-pem.ts';
import { certtool } from './readers/certtool.ts';
import { askDotnet, DOTNET_SKIP } from './readers/dotnet.ts';
import { keytool } from './readers/keytool.ts';
import { nss, signRequest } from './readers/nss.ts';
import { openssl } from './readers/openssl.ts';
import { SAMPLE_REQUESTS } from './sample-requests.ts';
import { Workshop } from './workshop.ts';

/*
 * The other tests of this folder are worth what these show: the programs do refuse. What is changed is one letter of a
 * name, so that only the signature tells.
 */

const [SAMPLE] = SAMPLE_REQUESTS;
const NAME = 'atl-cs-001.litwareinc.com';
const FORGED = 'atl-cs-666.litwareinc.com';
let workshop: Workshop;
let request: string;
let certificate: string;
let root: string;
let otherRoot: string;

before(async () => {
  assert.ok(SAMPLE);
  workshop = await Workshop.open();
  request = workshop.at('forged.req');
  const asked = readRequestPem(await readFile(await workshop.request(SAMPLE, 'honest.req'), 'utf8'));
  await writeFile(request, encodeRequestPem(forged(asked)));
  root = await workshop.root('root.pem', SAMPLE);
  otherRoot = await workshop.root('other.pem', { ...SAMPLE, deployment: 'standard' });
  const { thumbprint } = await workshop.issue(SAMPLE);
  const honest = await workshop.certificate('honest.pem', SAMPLE, thumbprint);
  certificate = workshop.at('forged.pem');
  await writeFile(
    certificate,
    encodePem('CERTIFICATE', forged(readPem('CERTIFICATE', await readFile(honest, 'utf8')))),
  );
});
after(() => workshop.close());

function forged(der: Uint8Array | undefined): Uint8Array {
  assert.ok(der);
  const bytes = Buffer.from(der);
  const at = bytes.indexOf(NAME);
  assert.ok(at > 0);
  bytes.write(FORGED, at);
  return bytes;
}

describe('a request that was changed after it was signed is refused by', () => {
  for (const { name, skip, request: read } of [openssl, certtool, keytool]) {
    it(name, { skip }, async () => {
      await assert.rejects(async () => read?.(request), /does not verify|Invalid PKCS #10 signature/);
    });
  }

  it('NSS certutil as a CA', { skip: nss.skip }, async () => {
    await assert.rejects(signRequest(request), /SEC_ERROR_BAD_SIGNATURE/);
  });

  it('.NET', { skip: DOTNET_SKIP }, async () => {
    const [answer] = await askDotnet([{ kind: 'request', path: request }]);
    assert.match(answer?.refusal ?? '', /did not verify the embedded signature/);
  });
});

describe('a certificate that was changed after it was signed is refused by', () => {
  for (const { name, skip, verify } of [openssl, certtool, nss]) {
    it(name, { skip }, () => assert.rejects(async () => verify?.({ path: certificate, root, host: FORGED })));
  }

  it('.NET', { skip: DOTNET_SKIP }, async () => {
    const [answer] = await askDotnet([{ kind: 'certificate', path: certificate, root, host: FORGED }]);
    assert.deepEqual(answer?.chainStatus, ['NotSignatureValid']);
  });
});

describe('a certificate of another CA of the same name is refused by', () => {
  for (const { name, skip, verify } of [openssl, certtool, nss]) {
    it(name, { skip }, () =>
      assert.rejects(async () => verify?.({ path: workshop.at('honest.pem'), root: otherRoot, host: NAME })),
    );
  }

  it('.NET', { skip: DOTNET_SKIP }, async () => {
    const path = workshop.at('honest.pem');
    const [answer] = await askDotnet([{ kind: 'certificate', path, root: otherRoot, host: NAME }]);
    assert.ok((answer?.chainStatus.length ?? 0) > 0);
  });
});

describe('a host that a certificate does not name is refused by', () => {
  const host = 'www.contoso.com';
  for (const { name, skip, verify } of [openssl, certtool]) {
    it(name, { skip }, () => assert.rejects(async () => verify?.({ path: workshop.at('honest.pem'), root, host })));
  }

  it('.NET', { skip: DOTNET_SKIP }, async () => {
    const [answer] = await askDotnet([{ kind: 'certificate', path: workshop.at('honest.pem'), root, host }]);
    assert.deepEqual([answer?.coversHost, answer?.chainStatus], [false, []]);
  });
});
