import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { pkijsPfxEncoder } from '../../../src/adapters/pfx/pkijs/pkijs-pfx-encoder.ts';
import { encodePem } from '../../../src/domain/pem.ts';
import type { CertificateEntry } from '../../../src/ports/certificate-store.ts';
import { readRequestPem } from '../../fixtures/read-pem.ts';
import { degenerateSignedData, type SampleCertificate, sampleCertificate } from '../certificate-file/sample-files.ts';
import { CONFIG, type RehearsedVerbs, withVerbs } from '../retrieve/rehearsed-verbs.ts';
import { OutsideAuthority } from './outside-authority.ts';

const SCOPE = { deployment: 'rehearsal', machine: 'atl-cs-001.litwareinc.com' };
const NOTHING = { told: [], warnings: [], thrown: undefined };
let outside: OutsideAuthority;
let sample: SampleCertificate;
let pfx: Uint8Array;

before(async () => {
  [outside, sample] = await Promise.all([OutsideAuthority.open(), sampleCertificate()]);
  const { certificate, root, privateKey } = sample;
  pfx = await pkijsPfxEncoder.encode({ certificate, chain: [root], friendlyName: 'From a file', privateKey }, 'secret');
});

/** DER of an offline request that waits from now on. */
async function offlineRequest(verbs: RehearsedVerbs, parameters: { readonly PrivateKeyExportable?: boolean } = {}) {
  const path = join((await verbs.deps.deployments.load(async () => undefined)).folder, '..', 'x.req');
  const Output = { given: path, path, provider: 'FileSystem' };
  const heard = await verbs.create({ Output, FriendlyName: 'Off line', ...parameters });
  assert.equal(heard.thrown, undefined, JSON.stringify(heard));
  const der = readRequestPem(readFileSync(path, 'utf8'));
  assert.ok(der);
  return der;
}

async function stored(verbs: RehearsedVerbs): Promise<readonly CertificateEntry[]> {
  return verbs.deps.stateExists() ? verbs.deps.openState().certificates.list(SCOPE) : [];
}

/** Store, subject, and whether there is a key, of every certificate. */
async function shelves(verbs: RehearsedVerbs): Promise<readonly (readonly [string, string, boolean])[]> {
  return (await stored(verbs)).map(({ store, certificate, privateKey }) => [
    store,
    new X509Certificate(certificate).subject,
    privateKey !== undefined,
  ]);
}

/** Whether every key of a certificate in My is the certificate's own. */
async function keysFit(verbs: RehearsedVerbs): Promise<boolean> {
  for (const { privateKey, certificate, store } of await stored(verbs)) {
    if (store !== 'My' || privateKey === undefined) continue;
    const der = await verbs.deps.openState().keys.reveal(privateKey);
    const key = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
    if (!new X509Certificate(certificate).checkPrivateKey(key)) return false;
  }
  return true;
}

async function problems(verbs: RehearsedVerbs): Promise<readonly string[]> {
  return verbs.deps.inspector().inspect((view) => view.faults());
}

function untrusted(certificate: Uint8Array): string {
  const thumbprint = new X509Certificate(certificate).fingerprint.replaceAll(':', '');
  return `The chain of the certificate "${thumbprint}" does not lead to a trusted root certificate: the store of trusted root certificates is empty. Import the certificates of the certification authority (CA) "CN=Outside CA" as well.`;
}

describe('a certificate joins the key that waits for it', () => {
  it('of an offline request, which is then imported, with its name', () =>
    withVerbs(async (verbs) => {
      const certificate = await outside.sign(await offlineRequest(verbs));
      assert.deepEqual(await verbs.importFile(encodePem('CERTIFICATE', certificate)), {
        ...NOTHING,
        warnings: [untrusted(certificate)],
      });
      const [entry, ...more] = await stored(verbs);
      assert.deepEqual([entry?.store, entry?.friendlyName, entry?.exportable], ['My', 'Off line', false]);
      assert.deepEqual([more, await verbs.list()], [[], []]);
      assert.ok(await keysFit(verbs));
      assert.deepEqual(await problems(verbs), []);
    }));

  it('again, and nothing changes', () =>
    withVerbs(async (verbs) => {
      const certificate = await outside.sign(await offlineRequest(verbs));
      await verbs.importFile(certificate);
      const before = await stored(verbs);
      assert.deepEqual(await verbs.importFile(certificate), { ...NOTHING, warnings: [untrusted(certificate)] });
      assert.deepEqual(
        (await stored(verbs)).map(({ entry, privateKey, friendlyName }) => [entry, privateKey, friendlyName]),
        before.map(({ entry, privateKey, friendlyName }) => [entry, privateKey, friendlyName]),
      );
      assert.deepEqual(await problems(verbs), []);
    }));

  it('of a pending request, without the CA being asked', () =>
    withVerbs(async (verbs) => {
      const id = await verbs.request();
      await (await verbs.operator()).approve(id, 'pilar');
      const deployment = await verbs.deps.deployments.load(async () => undefined);
      const authority = (await verbs.deps.authorities(deployment, 'rehearsal')).find(CONFIG);
      assert.ok(authority !== undefined && 'poll' in authority && typeof authority.poll === 'function');
      const verdict = await authority.poll({ caRequestId: String(id), cookie: '' });
      const p7b = degenerateSignedData(verdict.certificate, ...verdict.chain);
      assert.deepEqual(await verbs.importFile(p7b), NOTHING);
      assert.deepEqual(await verbs.list(), []);
      const kinds = (await shelves(verbs)).map(([store, , hasKey]) => `${store} ${hasKey}`);
      assert.deepEqual(kinds.toSorted(), ['My true', 'Root false']);
      assert.ok(await keysFit(verbs));
    }));

  it('whose key may be exported if its request said so, whatever is said now', () =>
    withVerbs(async (verbs) => {
      const certificate = await outside.sign(await offlineRequest(verbs, { PrivateKeyExportable: true }));
      const { warnings } = await verbs.importFile(certificate, { PrivateKeyExportable: false });
      assert.match(
        warnings[0] ?? '',
        /^-PrivateKeyExportable applies to keys that a file brings\. .* stays exportable\.$/,
      );
      assert.equal((await stored(verbs))[0]?.exportable, true);
    }));

  it('with a warning where its names differ from the request', () =>
    withVerbs(async (verbs) => {
      const said = { subject: 'CN=other.contoso.com', alternativeNames: ['pool1.litwareinc.com', 'a.contoso.com'] };
      const certificate = await outside.sign(await offlineRequest(verbs), said);
      const { warnings } = await verbs.importFile(certificate);
      assert.match(
        warnings[0] ?? '',
        /^The names of the certificate "[0-9A-F]{40}" differ from the request: its subject is "CN=other.contoso.com" and "CN=pool1.litwareinc.com" was requested; it lacks atl-cs-001.litwareinc.com; it has a.contoso.com in addition\.$/,
      );
    }));

  it('when it is renewed with the same key, later or in the same file', () =>
    withVerbs(async (verbs) => {
      const request = await offlineRequest(verbs);
      const [first, second, third] = await Promise.all([1, 2, 3].map(() => outside.sign(request)));
      assert.ok(first && second && third);
      await verbs.importFile([first, second].map((der) => encodePem('CERTIFICATE', der)).join(''));
      await verbs.importFile(third);
      assert.deepEqual(
        (await stored(verbs)).map(({ friendlyName, privateKey }) => [friendlyName, privateKey !== undefined]),
        [
          ['Off line', true],
          ['Off line', true],
          ['Off line', true],
        ],
      );
      assert.ok(await keysFit(verbs));
      assert.deepEqual(await problems(verbs), []);
    }));

  it('when it was removed without its key', () =>
    withVerbs(async (verbs) => {
      const request = await offlineRequest(verbs);
      await verbs.importFile(await outside.sign(request));
      const [entry] = await stored(verbs);
      assert.ok(entry);
      const { user: osUser, processId } = { user: 'tester', processId: 1 };
      const by = { osUser, connectedUser: undefined, host: 'h', processId, at: new Date(0) };
      assert.ok(await verbs.deps.openState().certificates.remove(entry, false, by));
      const renewed = await outside.sign(request);
      await verbs.importFile(renewed);
      assert.deepEqual(
        (await stored(verbs)).map(({ certificate, privateKey }) => [
          Buffer.from(certificate),
          privateKey !== undefined,
        ]),
        [[Buffer.from(renewed), true]],
      );
      await verbs.importFile(entry.certificate);
      assert.deepEqual(
        (await shelves(verbs)).map(([, , hasKey]) => hasKey),
        [true, true],
      );
    }));

  it('but not the one of a request that was denied: it comes without a key, and a warning says why', () =>
    withVerbs(async (verbs) => {
      const request = await offlineRequest(verbs);
      const { requests } = verbs.deps.openState();
      const [waiting] = await requests.listOpen(SCOPE);
      assert.ok(waiting);
      const denied = { ...waiting, state: 'denied' as const };
      const deps = {
        ...verbs.deps.openState(),
        requests: Object.assign(Object.create(requests), { listOpen: async () => [denied] }),
      };
      Object.assign(verbs.deps, { openState: () => deps });
      const { warnings } = await verbs.importFile(await outside.sign(request));
      assert.match(
        warnings[0] ?? '',
        /: the certificate request "-1", which is denied, has the key that belongs to it\./,
      );
      assert.deepEqual(await shelves(verbs), [
        ['REQUEST', 'CN=pool1.litwareinc.com', true],
        ['My', 'CN=pool1.litwareinc.com', false],
      ]);
    }));
});

describe('the certificates of a file go where Windows puts them', () => {
  it('roots, other CAs and the certificate of the server; then it is trusted', () =>
    withVerbs(async (verbs) => {
      const certificate = await outside.sign(await offlineRequest(verbs));
      assert.deepEqual(
        await verbs.importFile(degenerateSignedData(outside.root, certificate, outside.intermediate)),
        NOTHING,
      );
      assert.deepEqual(
        new Set((await shelves(verbs)).map((shelf) => shelf.join())),
        new Set(['My,CN=pool1.litwareinc.com,true', 'Root,CN=Outside Root,false', 'CA,CN=Outside CA,false']),
      );
    }));

  it('CA certificates by themselves, before or after', () =>
    withVerbs(async (verbs) => {
      const certificate = await outside.sign(await offlineRequest(verbs));
      assert.deepEqual(await verbs.importFile(outside.intermediate), NOTHING);
      assert.equal((await verbs.importFile(certificate)).warnings.length, 1);
      assert.deepEqual(await verbs.importFile(outside.root), NOTHING);
      assert.deepEqual(await verbs.importFile(certificate), NOTHING);
      assert.deepEqual((await shelves(verbs)).map(([store]) => store).toSorted(), ['CA', 'My', 'Root']);
    }));

  for (const label of ['PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'EC PRIVATE KEY']) {
    it(`a certificate beside its key in PEM ("${label}"): the key stays out, and the warning says how it comes in`, () =>
      withVerbs(async (verbs) => {
        const file = encodePem('CERTIFICATE', sample.certificate) + encodePem(label, sample.privateKey);
        const { thrown, warnings } = await verbs.importFile(file);
        assert.equal(thrown, undefined);
        assert.match(warnings[0] ?? '', /keys in PEM, as the file holds one, are not imported\. .*\.pfx/);
        assert.equal((await shelves(verbs))[0]?.[2], false);
      }));
  }

  it('a certificate that no key waits for: to My, with a warning; its key may come later', () =>
    withVerbs(async (verbs) => {
      const { thrown, warnings } = await verbs.importFile(sample.certificate);
      assert.equal(thrown, undefined);
      assert.match(
        warnings[0] ?? '',
        /has no private key on this computer: no open certificate request .* It cannot be assigned\.$/,
      );
      assert.deepEqual(
        (await shelves(verbs)).map(([store, , hasKey]) => [store, hasKey]),
        [['My', false]],
      );
      await verbs.importFile(pfx, { Password: 'secret' });
      assert.deepEqual(
        (await shelves(verbs)).map(([store, , hasKey]) => [store, hasKey]),
        [
          ['My', true],
          ['Root', false],
        ],
      );
      assert.ok(await keysFit(verbs));
    }));
});

describe('a PKCS #12 brings its key', () => {
  for (const [given, exportable] of [
    [undefined, false],
    [false, false],
    [true, true],
  ] as const) {
    it(`which may be exported only with -PrivateKeyExportable $true: ${given}`, () =>
      withVerbs(async (verbs) => {
        const wanted = given === undefined ? {} : { PrivateKeyExportable: given };
        assert.deepEqual((await verbs.importFile(pfx, { Password: 'secret', ...wanted })).thrown, undefined);
        const [entry] = await stored(verbs);
        assert.deepEqual([entry?.store, entry?.friendlyName, entry?.exportable], ['My', 'From a file', exportable]);
        assert.match(entry?.privateKey ?? '', /BEGIN ENCRYPTED PRIVATE KEY/);
        assert.ok(await keysFit(verbs));
      }));
  }

  it('once: a second time the key that is there stays, and a wish that comes too late is said', () =>
    withVerbs(async (verbs) => {
      await verbs.importFile(pfx, { Password: 'secret' });
      const [first] = await stored(verbs);
      const { warnings } = await verbs.importFile(pfx, { Password: 'secret', PrivateKeyExportable: true });
      assert.ok(warnings.some((text) => text.endsWith('stays not exportable.')));
      assert.equal((await stored(verbs))[0]?.privateKey, first?.privateKey);
      assert.deepEqual(await problems(verbs), []);
    }));
});

describe('what cannot be imported changes nothing', () => {
  const refused: readonly (readonly [
    rule: string,
    code: string,
    run: (verbs: RehearsedVerbs) => ReturnType<RehearsedVerbs['importFile']>,
  ])[] = [
    ['a wrong password', 'CertificateFilePasswordWrong', (verbs) => verbs.importFile(pfx, { Password: 'Secret' })],
    ['no password', 'CertificateFilePasswordWrong', (verbs) => verbs.importFile(pfx)],
    ['no certificate', 'CertificateFileInvalid', (verbs) => verbs.importFile('nothing')],
    ['an empty file', 'CertificateFileInvalid', (verbs) => verbs.importFile('')],
    [
      'a file that is not there',
      'CertificateFileNotRead',
      (verbs) => verbs.importFile('', { Path: { given: 'x.cer', path: '/nowhere/x.cer', provider: 'FileSystem' } }),
    ],
    [
      'a folder',
      'CertificateFileNotRead',
      (verbs) => verbs.importFile('', { Path: { given: '/', path: '/tmp', provider: 'FileSystem' } }),
    ],
    [
      'a device',
      'CertificateFileNotRead',
      (verbs) => verbs.importFile('', { Path: { given: 'zero', path: '/dev/zero', provider: 'FileSystem' } }),
    ],
    [
      'a path of another provider',
      'OutputNotFileSystem',
      (verbs) => verbs.importFile(pfx, { Path: { given: 'HKLM:\\x', path: 'x', provider: 'Registry' } }),
    ],
  ];
  for (const [rule, code, run] of refused) {
    it(rule, () =>
      withVerbs(async (verbs) => {
        assert.equal((await run(verbs)).thrown, code);
        assert.equal(verbs.deps.stateExists(), false);
      }),
    );
  }
});
