import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, test } from 'node:test';
import { makePlace, type Place } from './harness/place.ts';
import {
  objectsOf,
  onlyObject,
  type ProbedScript,
  propertyOf,
  runProbes,
  sayings,
  textsOf,
  warningsOf,
} from './harness/probe.ts';
import { runCscert, runPowerShell } from './harness/programs.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;

describe('-List, -Retrieve and -Clear of offline requests', () => {
  const place = makePlace();
  let script: ProbedScript;

  before(async () => {
    script = await runProbes(
      place,
      `
Probe 'nothing yet' { Request-CsCertificate -List; Request-CsCertificate -Retrieve; Request-CsCertificate -Clear }
Probe first { Request-CsCertificate -New -Type Default -Output first.req -FriendlyName 'The first' }
Probe second { Request-CsCertificate -New -Type WebServicesInternal,WebServicesExternal -Output second.req }
Probe issued { $null = Request-CsCertificate -New -Type Default -CA '${CA}' }
Probe list { Request-CsCertificate -List }
Probe idiom { $pending = Request-CsCertificate -List | Where-Object CertificateUses -match 'WebServicesInternal'; $pending.RequestId }
Probe one { Request-CsCertificate -List -RequestId (Request-CsCertificate -List)[0].RequestId }
Probe unknown { Request-CsCertificate -List -RequestId 4711 }
Probe retrieve { Request-CsCertificate -Retrieve }
Probe 'retrieve one' { Request-CsCertificate -Retrieve -RequestId (Request-CsCertificate -List)[1].RequestId }
Probe clear { Request-CsCertificate -Clear }
Probe 'list after clear' { Request-CsCertificate -List }
Probe 'clear one' { Request-CsCertificate ${'\u2013'}Clear ${'\u2013'}RequestID (Request-CsCertificate -List)[0].RequestId -Verbose }
Probe 'list after clear one' { Request-CsCertificate -List }
`,
    );
  });
  after(() => place[Symbol.dispose]());

  const idOf = (name: string) => propertyOf(onlyObject(script.of(name)), 'RequestId');
  const idsOf = (name: string) => objectsOf(script.of(name)).map((object) => propertyOf(object, 'RequestId'));

  test('with no request there is nothing to list, retrieve or clear, and no error', () => {
    assert.deepEqual([script.of('nothing yet').records, script.of('nothing yet').failure], [[], null]);
  });

  test('an offline request has a negative number of its own, and is listed, oldest first; what was issued is not', () => {
    assert.ok(Number(idOf('first')) < 0 && Number(idOf('second')) < 0);
    assert.notEqual(idOf('first'), idOf('second'));
    assert.deepEqual(idsOf('list'), [idOf('first'), idOf('second')]);
  });

  test('a listed request says its state, uses, names, file, and what to do next', () => {
    const [first] = objectsOf(script.of('list'));
    assert.ok(first !== undefined);
    const { properties } = first;
    assert.equal(first.type, 'Microsoft.Rtc.Management.Deployment.CertificateRequest');
    assert.deepEqual(
      properties.slice(0, 4).map(({ name }) => name),
      ['RequestId', 'RequestStatus', 'CertificateUses', 'CA'],
    );
    assert.equal(propertyOf(first, 'RequestStatus'), 'Offline');
    assert.equal(propertyOf(first, 'CertificateUses'), 'Default');
    assert.equal(propertyOf(first, 'FriendlyName'), 'The first');
    assert.equal(propertyOf(first, 'Subject'), 'CN=pool1.litwareinc.com');
    assert.deepEqual(propertyOf(first, 'AlternativeNames'), ['pool1.litwareinc.com', 'atl-cs-001.litwareinc.com']);
    assert.equal(propertyOf(first, 'Output'), join(place.work, 'first.req'));
    assert.match(String(propertyOf(first, 'NextStep')), /first\.req.*-Clear -RequestId -\d+/);
  });

  test('the idiom of the field finds a request by its uses', () => {
    assert.deepEqual(sayings(script.of('idiom')), [String(idOf('second'))]);
  });

  test('-List -RequestId gives the one; a number that nothing open has gives nothing', () => {
    assert.deepEqual(idsOf('one'), [idOf('first')]);
    assert.deepEqual([script.of('unknown').records, script.of('unknown').failure], [[], null]);
  });

  test('-Retrieve puts out no object for an offline request and names it in a warning', () => {
    assert.equal(script.of('retrieve').failure, null);
    assert.deepEqual(objectsOf(script.of('retrieve')), []);
    const warnings = textsOf(script.of('retrieve'), 'warning').join('\n');
    for (const name of ['first', 'second']) assert.ok(warnings.includes(`"${idOf(name)}"`), warnings);
    assert.deepEqual(objectsOf(script.of('retrieve one')), []);
    assert.ok(
      textsOf(script.of('retrieve one'), 'warning')
        .join('\n')
        .includes(`"${idOf('second')}"`),
    );
  });

  test('-Clear without a number keeps offline requests, in one warning that names them', () => {
    const warnings = warningsOf(script.of('clear'));
    assert.equal(warnings.length, 1);
    assert.ok(warnings[0]?.includes(`${idOf('first')}, ${idOf('second')}`), warnings[0]);
    assert.deepEqual(idsOf('list after clear'), idsOf('list'));
  });

  test('-Clear with the number removes that one, puts out nothing, and says so verbosely', () => {
    assert.equal(script.of('clear one').failure, null);
    assert.deepEqual(objectsOf(script.of('clear one')), []);
    const told = textsOf(script.of('clear one'), 'verbose');
    assert.ok(
      told.includes(`Certificate request "${idOf('first')}" was removed with its private key.`),
      told.join('\n'),
    );
    assert.deepEqual(idsOf('list after clear one'), [idOf('second')]);
  });

  test('the request file stays with its owner', () => {
    assert.ok(existsSync(join(place.work, 'first.req')));
  });
});

test('-Clear -RequestId erases the key: its ciphertext is in no file of the store any more, others stay', async () => {
  using place = makePlace();
  const make = `Request-CsCertificate -New -Type Default -CA '${CA}'; Request-CsCertificate -New -Type Default -Output first.req; Request-CsCertificate -New -Type Default -Output second.req`;
  assert.equal((await runPowerShell(place, ['-Command', make])).exitCode, 0);
  const keys = storedKeys(place);
  assert.ok(keys.length >= 3);
  for (const key of keys) assert.ok(isStored(place, key));

  const clear = 'Request-CsCertificate -Clear -RequestId (Request-CsCertificate -List)[0].RequestId';
  const { exitCode, stderr } = await runPowerShell(place, ['-Command', clear]);
  assert.equal(exitCode, 0, stderr);
  const left = storedKeys(place);
  const gone = keys.filter((key) => !left.includes(key));
  assert.equal(gone.length, 1);
  for (const key of gone) assert.ok(!isStored(place, key), 'the ciphertext is still in a file of the store');
  for (const key of left) assert.ok(isStored(place, key));
  const { stdout } = await runPowerShell(place, ['-Command', '@(Request-CsCertificate -List).Count']);
  assert.equal(stdout.trim(), '1');
});

test('a request belongs to its deployment and machine: another one does not list it', async () => {
  using place = makePlace();
  await runPowerShell(place, ['-Command', 'Request-CsCertificate -New -Type Default -Output x.req']);
  const others = [{ CSCERT_COMPUTER: 'atl-cs-002.litwareinc.com' }, { CSCERT_COMPUTER: 'atl-edge-001.litwareinc.com' }];
  for (const env of others) {
    const { stdout } = await runPowerShell(place, ['-Command', '@(Request-CsCertificate -List).Count'], { env });
    assert.equal(stdout.trim(), '0');
  }
  const { stdout } = await runPowerShell(place, ['-Command', '@(Request-CsCertificate -List).Count']);
  assert.equal(stdout.trim(), '1');
});

test('cscert lists and clears what PowerShell made', async () => {
  using place = makePlace();
  await runPowerShell(place, ['-Command', 'Request-CsCertificate -New -Type Default -Output x.req']);
  const listed: { RequestId: number }[] = [JSON.parse((await runCscert(place, ['-List'])).stdout)].flat();
  assert.equal(listed.length, 1);
  const cleared = await runCscert(place, ['-Clear', '-RequestId', String(listed[0]?.RequestId)]);
  assert.equal(cleared.exitCode, 0, cleared.stderr);
  const { stdout } = await runPowerShell(place, ['-Command', '@(Request-CsCertificate -List).Count']);
  assert.equal(stdout.trim(), '0');
});

/** The stored texts of all private keys: encrypted PKCS#8. */
function storedKeys(place: Place): readonly string[] {
  using database = new DatabaseSync(join(place.home, 'store.db'), { readOnly: true });
  return database
    .prepare('select pem from private_key')
    .all()
    .map(({ pem }) => String(pem));
}

function isStored(place: Place, key: string): boolean {
  assert.match(key, /^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
  // The middle, since a page of the database may hold the rest of a long value elsewhere.
  const piece = key.slice(key.length / 2, key.length / 2 + 64);
  return ['store.db', 'store.db-wal']
    .map((name) => join(place.home, name))
    .some((file) => existsSync(file) && readFileSync(file).includes(piece));
}
