import assert from 'node:assert/strict';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { actorOf } from '../../../src/app/actor.ts';
import { certificateStoreVerbsOver } from '../../../src/app/certificate-store/certificate-store-verbs.ts';
import { storeScope } from '../../../src/app/certificate-store/open-store.ts';
import { newRequest } from '../../../src/app/request/new-request.ts';
import { verbsOver } from '../../../src/app/verbs.ts';
import { isCommandError } from '../../../src/domain/errors/command-error.ts';
import type { Host } from '../../../src/ports/host.ts';
import { asciiJson } from '../../../src/rpc/ascii-json.ts';
import { LINE_LIMIT } from '../../../src/rpc/line-reader.ts';
import { degenerateSignedData, sampleCertificate } from '../certificate-file/sample-files.ts';
import { CA, hostPath, type VerbBench, verbBench } from './verb-bench.ts';

/** DER of no certificate: to the store it is bytes. */
function bytes(number: number): Uint8Array {
  return new Uint8Array([0x30, 0x04, 0x02, 0x02, number >> 8, number & 0xff]);
}

async function add(bench: VerbBench, count: number, store: 'My' | 'Root' = 'My'): Promise<void> {
  const additions = Array.from({ length: count }, (_, index) => ({
    store,
    certificate: bytes(index),
    friendlyName: `name ${index}`,
  }));
  const scope = await storeScope(bench.deps, bench.host);
  await bench.deps.openState().certificates.add(scope, additions, actorOf(bench.deps, bench.context));
}

/** The code that a call failed with. */
async function codeOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return isCommandError(error) ? error.code : assert.fail(`no error of the catalogue: ${String(error)}`);
}

const declining = ({ host }: VerbBench): Host => ({ ...host, shouldProcess: async () => false });

test('without a store nothing is listed, and none is made', async () => {
  using bench = verbBench();
  const verbs = certificateStoreVerbsOver(bench.deps);
  assert.deepEqual(await verbs.list({}, bench.host), { certificates: [], next: null });
  assert.equal(existsSync(join(bench.folder, 'home')), false);
});

test('certificates with long names make shorter pages, so that each fits a line', async () => {
  using bench = verbBench();
  const scope = await storeScope(bench.deps, bench.host);
  const additions = Array.from({ length: 40 }, (_, index) => ({
    store: 'My' as const,
    certificate: bytes(index),
    friendlyName: '\u65e5'.repeat(32_000 - index),
  }));
  await bench.deps.openState().certificates.add(scope, additions, actorOf(bench.deps, bench.context));
  const verbs = certificateStoreVerbsOver(bench.deps);
  const found: number[] = [];
  for (let after: number | null | undefined; after !== null; ) {
    const page = await verbs.list({ store: 'My', ...(after !== undefined && { after }) }, bench.host);
    assert.ok(asciiJson(page).length < LINE_LIMIT, 'too long for a line');
    found.push(...page.certificates.map(({ friendlyName }) => friendlyName.length));
    after = page.next;
  }
  assert.deepEqual(
    found,
    additions.map(({ friendlyName }) => friendlyName.length),
  );
});

test('a long store is listed in pages, each certificate once and in the order of its arrival', async () => {
  using bench = verbBench();
  await add(bench, 450);
  await add(bench, 3, 'Root');
  const verbs = certificateStoreVerbsOver(bench.deps);
  const names: string[] = [];
  const sizes: number[] = [];
  for (let after: number | null | undefined; after !== null; ) {
    const filter = { store: 'My', ...(after !== undefined && { after }) } as const;
    const { certificates, next } = await verbs.list(filter, bench.host);
    names.push(...certificates.map(({ friendlyName }) => friendlyName));
    sizes.push(certificates.length);
    after = next;
  }
  assert.deepEqual(sizes, [200, 200, 50]);
  assert.deepEqual(
    names,
    Array.from({ length: 450 }, (_, index) => `name ${index}`),
  );
});

test('a page that ends with the last certificate is followed by an empty one', async () => {
  using bench = verbBench();
  await add(bench, 200);
  const verbs = certificateStoreVerbsOver(bench.deps);
  const { next } = await verbs.list({}, bench.host);
  assert.notEqual(next, null);
  assert.deepEqual(await verbs.list({ after: next ?? 0 }, bench.host), { certificates: [], next: null });
});

test('a thumbprint is found in any case, in the store that is named or in all', async () => {
  using bench = verbBench();
  await add(bench, 1);
  await add(bench, 1, 'Root');
  const verbs = certificateStoreVerbsOver(bench.deps);
  const thumbprint = (await verbs.list({ store: 'My' }, bench.host)).certificates[0]?.thumbprint ?? '';
  const storesOf = async (filter: object) =>
    (await verbs.list(filter, bench.host)).certificates.map(({ store }) => store);
  assert.deepEqual(await storesOf({ thumbprint: thumbprint.toLowerCase() }), ['My', 'Root']);
  assert.deepEqual(await storesOf({ thumbprint, store: 'Root' }), ['Root']);
  assert.deepEqual(await storesOf({ thumbprint, store: 'CA' }), []);
});

test('what is declined is not done', async () => {
  using bench = verbBench();
  await add(bench, 1);
  const verbs = certificateStoreVerbsOver(bench.deps);
  const [first] = (await verbs.list({}, bench.host)).certificates;
  const choice = { store: 'My', thumbprint: first?.thumbprint ?? '' } as const;
  await verbs.remove({ ...choice, deleteKey: true }, bench.context, declining(bench));
  await verbs.move({ ...choice, destination: 'Root' }, bench.context, declining(bench));
  assert.deepEqual((await verbs.list({}, bench.host)).certificates, [first]);
});

test('a thumbprint that the store does not have is an error of every change', async () => {
  using bench = verbBench();
  const verbs = certificateStoreVerbsOver(bench.deps);
  const choice = { store: 'My', thumbprint: 'A'.repeat(40) } as const;
  const { context, host } = bench;
  const changes = [
    verbs.remove({ ...choice, deleteKey: false }, context, host),
    verbs.move({ ...choice, destination: 'CA' }, context, host),
    verbs.rename({ ...choice, friendlyName: '' }, context, host),
    verbs.export({ ...choice, format: 'der' }, host),
  ];
  for (const change of changes) assert.equal(await codeOf(change), 'CertificateNotFound');
});

test('a certificate of REQUEST goes with its request, and is not moved', async () => {
  using bench = verbBench();
  const { deps, context, host } = bench;
  await newRequest(deps, { Type: ['Default'], Output: hostPath(join(bench.folder, 'a.req')) }, context, host);
  const verbs = certificateStoreVerbsOver(deps);
  const [waiting] = (await verbs.list({ store: 'REQUEST' }, host)).certificates;
  assert.equal(waiting?.hasPrivateKey, true);
  const choice = { store: 'REQUEST', thumbprint: waiting.thumbprint } as const;
  assert.equal(await codeOf(verbs.move({ ...choice, destination: 'My' }, context, host)), 'RequestNotMoved');
  await verbs.remove({ ...choice, deleteKey: false }, context, host);
  const scope = await storeScope(deps, host);
  assert.deepEqual(await deps.openState().requests.listOpen(scope), []);
  assert.deepEqual(await verbs.list({}, host), { certificates: [], next: null });
});

test('a PFX is made of an exportable key only, with the chain where that is asked for', async () => {
  using bench = verbBench();
  const { deps, context, host } = bench;
  await newRequest(deps, { Type: ['Default'], CA }, context, host);
  await newRequest(deps, { Type: ['Default'], CA, PrivateKeyExportable: true }, context, host);
  const verbs = certificateStoreVerbsOver(deps);
  const [kept, free] = (await verbs.list({ store: 'My' }, host)).certificates;
  const [root] = (await verbs.list({ store: 'Root' }, host)).certificates;
  const pfx = (store: 'My' | 'Root', thumbprint = '', chain = true) =>
    verbs.export({ store, thumbprint, format: 'pfx', password: 'secret', chain }, host);
  assert.equal(await codeOf(pfx('My', kept?.thumbprint)), 'KeyNotExportable');
  assert.equal(await codeOf(pfx('Root', root?.thumbprint)), 'PrivateKeyAbsent');
  const files = await deps.certificateFiles();
  const certificatesIn = async (chain: boolean) => {
    const { content } = await pfx('My', free?.thumbprint, chain);
    const file = await files.read({
      path: 'exported.pfx',
      bytes: new Uint8Array(Buffer.from(content, 'base64')),
      password: 'secret',
    });
    return file.certificates.map(({ privateKey }) => privateKey !== undefined);
  };
  assert.deepEqual(await certificatesIn(true), [true, false]);
  assert.deepEqual(await certificatesIn(false), [true]);
});

test('a look into a PFX needs no store, and makes none', async () => {
  using bench = verbBench();
  using other = verbBench();
  await newRequest(other.deps, { Type: ['Default'], CA, PrivateKeyExportable: true }, other.context, other.host);
  const source = certificateStoreVerbsOver(other.deps);
  const [mine] = (await source.list({ store: 'My' }, other.host)).certificates;
  const choice = { store: 'My', thumbprint: mine?.thumbprint ?? '' } as const;
  const pfx = await source.export({ ...choice, format: 'pfx', password: 'secret', chain: true }, other.host);
  const path = join(bench.folder, 'a.pfx');
  writeFileSync(path, Buffer.from(pfx.content, 'base64'));
  const verbs = certificateStoreVerbsOver(bench.deps);
  const seen = await verbs.lookIntoPfx({ path: hostPath(path), password: 'secret' }, bench.context, bench.host);
  assert.equal(seen.path, path);
  assert.deepEqual(
    seen.certificates.map(({ hasPrivateKey }) => hasPrivateKey),
    [true, false],
  );
  assert.equal(seen.certificates[0]?.certificate, mine?.certificate);
  assert.equal(existsSync(join(bench.folder, 'home')), false);
});

test('an exported file is proposed by its subjects and written where the deployment is not', async () => {
  using bench = verbBench();
  const verbs = certificateStoreVerbsOver(bench.deps);
  const file = { content: 'MIIB', subjects: ['CN=a', 'CN=b'], isSecret: false, noClobber: false, force: false };
  const write = (path: string, host = bench.host) =>
    verbs.writeFile({ path: hostPath(path), ...file }, bench.context, host);
  const path = join(realpathSync(bench.folder), 'a.p7b');
  const declined = await write(path, { ...bench.host, shouldProcess: async () => false });
  assert.deepEqual([declined, existsSync(path)], [{ path: null }, false]);
  assert.deepEqual(await write(path), { path });
  assert.deepEqual(readFileSync(path), Buffer.from('MIIB', 'base64'));
  assert.deepEqual(bench.shown, [
    `what if: Performing the operation "Export certificate" on target "Item: CN=a, CN=b Destination: ${path}".`,
  ]);
  assert.equal(await codeOf(write(join(bench.folder, 'deployment', 'a.cer'))), 'ExportNotWritten');
});

test('what is removed without its key comes back with it, and with -DeleteKey without it', async () => {
  using bench = verbBench();
  const { deps, context, host } = bench;
  await newRequest(deps, { Type: ['Default'], CA }, context, host);
  const verbs = certificateStoreVerbsOver(deps);
  const [mine] = (await verbs.list({ store: 'My' }, host)).certificates;
  const choice = { store: 'My', thumbprint: mine?.thumbprint ?? '' } as const;
  const backAfter = async (deleteKey: boolean) => {
    await verbs.remove({ ...choice, deleteKey }, context, host);
    const addition = { ...choice, certificate: Buffer.from(mine?.certificate ?? '', 'base64'), friendlyName: '' };
    const [back] = await deps
      .openState()
      .certificates.add(await storeScope(deps, host), [addition], actorOf(deps, context));
    return back?.privateKey !== undefined;
  };
  assert.equal(await backAfter(false), true);
  assert.equal(await backAfter(true), false);
});

test('a file of many certificates reads the keys of the store once, whichever cmdlet imports it', async () => {
  using bench = verbBench();
  const scope = await storeScope(bench.deps, bench.host);
  const [held, ...brought] = await Promise.all(Array.from({ length: 6 }, () => sampleCertificate()));
  assert.ok(held);
  const key = { pem: await bench.deps.openState().keys.protect(held.privateKey), exportable: false };
  const addition = { store: 'My', certificate: held.certificate, friendlyName: '', key } as const;
  await bench.deps.openState().certificates.add(scope, [addition], actorOf(bench.deps, bench.context));
  const file = join(bench.folder, 'many.p7b');
  writeFileSync(file, degenerateSignedData(...brought.map(({ certificate }) => certificate)));
  let reads = 0;
  const read = (await bench.deps.reader()).read.bind(await bench.deps.reader());
  const isHeld = (der: Uint8Array) => Buffer.from(der).equals(Buffer.from(held.certificate));
  const reader = { read: (der: Uint8Array) => read(isHeld(der) ? count(der) : der) };
  const count = (der: Uint8Array) => {
    reads += 1;
    return der;
  };
  const deps = { ...bench.deps, reader: async () => reader };
  const wanted = { store: 'My', kind: 'certificates', exportable: false, path: hostPath(file) } as const;
  await certificateStoreVerbsOver(deps).add(wanted, bench.context, bench.host);
  assert.equal(reads, 1);
  await verbsOver(deps).importCertificate({ Path: hostPath(file) }, bench.context, bench.host);
  assert.equal(reads, 2);
});
