import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { REPOSITORY } from '../../tools/setup/repository.mjs';
import { type Bench, cscert, succeed } from './cscert.ts';

const CA = 'atl-ca-001.litwareinc.com\\myca';
const root = mkdtempSync(join(tmpdir(), 'cscert-ca-'));
after(() => rmSync(root, { recursive: true }));
let benches = 0;

/** A state of its own and a deployment with these CAs. */
function benchWith(...certificateAuthorities: readonly object[]): Bench {
  const folder = join(root, `b${benches++}`);
  const sample = join(REPOSITORY, 'examples', 'litwareinc-enterprise');
  const deployment = {
    topology: join(sample, 'topology.xml'),
    simpleUrls: join(sample, 'simple-urls.xml'),
    localComputer: 'atl-cs-001.litwareinc.com',
    certificateAuthorities,
  };
  mkdirSync(folder);
  writeFileSync(join(folder, 'deployment.json'), JSON.stringify(deployment));
  return { folder, environment: { CSCERT_HOME: join(folder, 'home'), CSCERT_DEPLOYMENT: folder, TMPDIR: folder } };
}

const HELD = { config: CA, requestDisposition: 'pending' };
const request = (bench: Bench, ca = CA) =>
  succeed(bench, '-New', '-Type', 'Default', '-CA', ca, '-KeyAlg', 'ECDH_P256');
const json = async (bench: Bench, ...args: readonly string[]) => JSON.parse(await succeed(bench, ...args));

describe('the life of a request by command line', () => {
  it('pending, listed, approved, retrieved, revoked, on the list', async () => {
    const bench = benchWith(HELD);
    assert.equal(JSON.parse(await request(bench)).RequestStatus, 'Pending');
    assert.deepEqual(await json(bench, 'ca', 'list'), [{ CA, Requests: 1, Pending: 1 }]);
    const [listed] = await json(bench, 'ca', 'requests', '--disposition', 'Pending');
    assert.deepEqual(
      [listed.RequestId, listed.Disposition, listed.DispositionMessage, listed.ResolvedWhen, listed.SerialNumber],
      [1, 'Pending', 'Taken Under Submission', null, ''],
    );
    assert.deepEqual(await json(bench, 'ca', 'requests', '--disposition=issued'), []);
    const approved = await json(bench, 'ca', 'approve', '1');
    assert.equal(approved.Disposition, 'Issued');
    const [reference] = await json(bench, '-Retrieve');
    assert.deepEqual([reference.Thumbprint, reference.SerialNumber], [approved.Thumbprint, approved.SerialNumber]);
    assert.equal((await json(bench, 'ca', 'revoke', '1', '--reason', 'KEYCOMPROMISE')).Disposition, 'Revoked');
    await succeed(bench, 'ca', 'crl', '--path', 'list.pem');
    assert.match(readFileSync(join(bench.folder, 'list.pem'), 'latin1'), /^-----BEGIN X509 CRL-----\r\n/);
    const text = execFileSync('openssl', ['crl', '-in', 'list.pem', '-noout', '-text'], { cwd: bench.folder });
    assert.ok(text.includes(`Serial Number: ${reference.SerialNumber}`));
    assert.deepEqual(await json(bench, '-Retrieve'), [], 'what was imported stays');
  });

  it('denied with code and words', async () => {
    const bench = benchWith(HELD);
    await request(bench);
    const denied = await json(bench, 'ca', 'deny', '1', '--hresult', '0x80094012', '--message', 'Not you.');
    assert.deepEqual(
      [denied.Disposition, denied.HResult, denied.DispositionMessage],
      ['Denied', 0x80094012, 'Not you.'],
    );
    const { code, stderr } = await cscert(bench, '-Retrieve', '-RequestId', '1');
    assert.equal(code, 1);
    assert.match(stderr, /^ERROR: Command execution failed: .*Not you\./m);
  });
});

describe('a deployment with two CAs', () => {
  const bench = benchWith(HELD, { config: 'dc1.contoso.com\\Contoso-CA' });

  it('lists both, and needs --ca to decide', async () => {
    await request(bench);
    const { code, stderr } = await cscert(bench, 'ca', 'approve', '1');
    assert.equal(code, 1);
    assert.match(stderr, /several certification authorities.*"atl-ca-001\.litwareinc\.com\\myca"/);
    assert.equal((await json(bench, 'ca', 'approve', '1', '--ca', CA.toUpperCase())).Disposition, 'Issued');
    assert.equal((await json(bench, 'ca', 'requests')).length, 1);
  });

  it('resets the one that is named, or all', async () => {
    await request(bench, 'dc1.contoso.com\\Contoso-CA');
    await succeed(bench, 'ca', 'reset', '--yes', '--ca', CA);
    const counts = async () =>
      (await json(bench, 'ca', 'list')).map((ca: { readonly Requests: number }) => ca.Requests);
    assert.deepEqual(await counts(), [0, 1]);
    const before = await json(bench, 'certificate', 'list');
    await succeed(bench, 'ca', 'reset', '--yes');
    assert.deepEqual(await counts(), [0, 0]);
    assert.deepEqual(await json(bench, 'certificate', 'list'), before, 'certificates stay');
    assert.equal((await json(bench, '-List')).length, 1, 'requests stay');
  });
});

describe('a command line about CAs that cannot be understood or done', () => {
  const rows: readonly (readonly [code: number, message: RegExp, ...args: readonly string[]])[] = [
    [2, /"ca" needs "list"/],
    [2, /"ca" needs "list"/, 'sign'],
    [2, /"ca approve" needs the number/, 'approve'],
    [2, /"ca deny" needs the number/, 'deny', 'one'],
    [2, /--hresult is the code of a failure/, 'deny', '1', '--hresult', '5'],
    [2, /--reason is one of unspecified/, 'revoke', '1', '--reason', 'boredom'],
    [2, /--disposition is one of pending/, 'requests', '--disposition', 'lost'],
    [2, /is not known here/, 'approve', '1', '--yes'],
    [2, /asks on a terminal; without one it needs --yes/, 'reset'],
    [1, /0x80094004 .* has no request with the number "7"/, 'approve', '7'],
    [1, /Unable to contact certification authority "x\\y"/, 'requests', '--ca', 'x\\y'],
  ];
  const bench = benchWith({ config: CA });
  for (const [code, message, ...args] of rows) {
    it(`ca ${args.join(' ')}`, async () => {
      const { code: exit, stdout, stderr } = await cscert(bench, 'ca', ...args);
      assert.deepEqual([exit, stdout], [code, '']);
      assert.match(stderr, message);
    });
  }
});
