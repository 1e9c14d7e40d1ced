import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { makePlace, type Place } from '../end-to-end/harness/place.ts';
import { type ProgramRun, runOpenssl, runPowerShell } from '../end-to-end/harness/programs.ts';

const SCRIPT = join(import.meta.dirname, 'sign-elsewhere-and-import.ps1');

test('a request file that another CA signs, in two sessions: import, assign, read', async () => {
  using place = makePlace();
  const requested = await runScript(place, ['-Request', join(place.work, 'front-end.req')]);
  assert.match(requested.stdout, /^Offline$/m, requested.stderr);
  await sign(place);
  const imported = await runScript(place, ['-Answer', join(place.work, 'front-end.cer')]);
  const said = imported.stdout.split(/\r?\n/).filter((line) => /^(?:True|\d+|Default|CN=.*)$/.test(line));
  assert.deepEqual([said, imported.exitCode], [['True', '0', 'Default', 'CN=Public CA'], 0], imported.stderr);
});

function runScript(place: Place, parameters: readonly string[]): Promise<ProgramRun> {
  return runPowerShell(place, ['-NonInteractive', '-File', SCRIPT, ...parameters]);
}

/** A CA of openssl's own signs the file that the first session wrote; the answer carries the CA's certificate. */
async function sign(place: Place): Promise<void> {
  const at = (name: string) => join(place.work, name);
  const authority = [
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-subj',
    '/CN=Public CA',
  ];
  await succeed(runOpenssl(place, ['req', '-x509', ...authority, '-days', '30']));
  const answer = ['-in', at('front-end.req'), '-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-out', at('server.pem')];
  await succeed(runOpenssl(place, ['x509', '-req', ...answer, '-copy_extensions', 'copy', '-days', '20']));
  const bundle = ['crl2pkcs7', '-nocrl', '-certfile', at('server.pem'), '-certfile', at('ca.pem')];
  await succeed(runOpenssl(place, [...bundle, '-outform', 'DER', '-out', at('front-end.cer')]));
}

async function succeed(run: Promise<ProgramRun>): Promise<void> {
  const { exitCode, stderr } = await run;
  assert.equal(exitCode, 0, stderr);
}
