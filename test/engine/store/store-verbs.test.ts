import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { createExportFiles } from '../../../src/adapters/files/export-files.ts';
import type { Deps } from '../../../src/app/deps.ts';
import { storeVerbsOver } from '../../../src/app/store/store-verbs.ts';
import { verbsOver } from '../../../src/app/verbs.ts';
import type { SaveExport } from '../../../src/cli/save-export.ts';
import { runStoreCommand } from '../../../src/cli/store-commands.ts';
import { createDeps } from '../../../src/composition/create-deps.ts';
import type { Host } from '../../../src/ports/host.ts';
import { callContext } from '../../fixtures/call-context.ts';

const saveExport: SaveExport = ({ path, isSecret }, fill) => {
  const files = createExportFiles({ stateFolder: join(path, '..', 'home'), refused: [] });
  return files.write({ path, location: '/', isSecret, replaces: 'an earlier export', makesFolders: true }, fill);
};

const CA = 'atl-ca-001.litwareinc.com\\myca';
const SAMPLE = join(import.meta.dirname, '..', '..', '..', 'examples', 'litwareinc-enterprise');

const host: Host = {
  output: () => undefined,
  verbose: () => undefined,
  warning: () => undefined,
  hostLine: () => undefined,
  error: () => undefined,
  shouldProcess: async () => true,
  shouldContinue: async () => true,
  environmentVariable: async () => undefined,
};

/** A store with an issued and an offline request, and a way to spoil it behind the product's back. */
async function withStore(use: (deps: Deps, spoil: (sql: string) => void, root: string) => Promise<void>) {
  const root = mkdtempSync(join(tmpdir(), 'cscert-store-verbs-'));
  const home = join(root, 'home');
  const configuration = { home, deployment: SAMPLE, moduleFolder: join(root, 'module') };
  const deps = createDeps({
    ...configuration,
    computer: undefined,
    keyPassphrase: undefined,
    keyPassphraseFile: undefined,
  });
  const context = callContext(root);
  const verbs = verbsOver(deps);
  const output = { given: 'x.req', path: join(root, 'x.req'), provider: 'FileSystem' };
  await verbs.newRequest({ Type: ['Default'], CA, KeyAlg: 'ECDH_P256' }, context, host);
  await verbs.newRequest({ Type: ['Default'], Output: output, KeyAlg: 'ECDH_P256' }, context, host);
  const spoil = (sql: string) => {
    const database = new DatabaseSync(join(home, 'store.db'), { enableForeignKeyConstraints: false });
    database.exec(sql);
    database.close();
  };
  try {
    await use(deps, spoil, root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('a sound store has no findings', () =>
  withStore(async (deps) => assert.deepEqual(await storeVerbsOver(deps).check(), [])));

/** what is done to the store, what the check then says */
const faults: readonly (readonly [string, string, RegExp])[] = [
  [
    'a request is altered',
    "update request set request_der = x'3000' where row = 2",
    /^Request 2 .*the request has changed/,
  ],
  ['a key is lost', 'update request set private_key_id = null where row = 2', /^Request 2 .*private key is missing/],
  ['a key is left over', "insert into private_key (pem) values ('x')", /^The private key \d+ belongs to no request/],
  ['a key is damaged', "update private_key set pem = 'x' where id = 2", /^Request 2 .*cannot be decrypted/],
  [
    'keys are exchanged',
    'update private_key set id = 9 where id = 1; update private_key set id = 1 where id = 2; update private_key set id = 2 where id = 9',
    /^Request 2 .*belongs to something else/,
  ],
  ['a flag is wrong', 'update request set listed = 0 where row = 2', /^Request 2 is "offline", but not listed/],
  [
    'a state does not exist',
    "update request set state = 'lost' where row = 2",
    /^Request 2 .*"lost", which there is not/,
  ],
  [
    'a step is missing',
    'delete from request_step where request_row = 2',
    /^Request 2 .*its last step led to "undefined"/,
  ],
  [
    'a certificate is altered',
    "update certificate set certificate_der = x'3000' where store = 'My'",
    /^Certificate .*has changed/,
  ],
  ['a certificate is lost', "delete from certificate where store = 'My'", /^Request 1 .*its certificate is missing/],
  [
    'a certificate has no key',
    "update certificate set private_key_id = null where store = 'My'",
    /^Certificate .*private key is missing/,
  ],
  [
    'a reference leads nowhere',
    'update request_step set request_row = 77 where request_row = 2',
    /"request_step" refers to a row of "request"/,
  ],
  ["a CA's key is damaged", "update authority_book set protected_key = 'x'", /^The embedded CA .*cannot be decrypted/],
];
for (const [what, sql, finding] of faults) {
  test(`${what}: the check names it, and the command ends with 1`, () =>
    withStore(async (deps, spoil) => {
      spoil(sql);
      const lines: string[] = [];
      const terminal = {
        out: (text: string) => void lines.push(text),
        diagnostic: () => undefined,
        question: async () => undefined,
        readInput: async () => '',
      };
      assert.equal(await runStoreCommand(['check'], { terminal, saveExport, verbs: () => storeVerbsOver(deps) }), 1);
      assert.ok(
        lines.some((line) => finding.test(line)),
        lines.join('\n'),
      );
    }));
}

test('an export is JSON with requests, history, certificates and books as PEM, and has no key in it', () =>
  withStore(async (deps, spoil, root) => {
    const canary = `canary-${randomUUID()}`;
    spoil(`update private_key set pem = '${canary}'; update authority_book set protected_key = '${canary}'`);
    const path = join(root, 'export.json');
    const terminal = {
      out: () => undefined,
      diagnostic: () => undefined,
      question: async () => undefined,
      readInput: async () => '',
    };
    await runStoreCommand(['export', '--path', path], { terminal, saveExport, verbs: () => storeVerbsOver(deps) });
    const text = readFileSync(path, 'utf8');
    assert.ok(!text.includes(canary) && !text.includes('PRIVATE KEY'), 'a key is in the export');
    const { format, requests, certificates, certificateAuthorities } = JSON.parse(text);
    assert.equal(format, 1);
    assert.deepEqual(
      requests.map(({ state, history }: { state: string; history: { to: string }[] }) => [
        state,
        history.map(({ to }) => to),
      ]),
      [
        ['imported', ['prepared', 'submitting', 'imported']],
        ['offline', ['offline']],
      ],
    );
    assert.match(requests[0].request, /^-----BEGIN NEW CERTIFICATE REQUEST-----/);
    assert.deepEqual(
      certificates.map(({ store, hasPrivateKey }: { store: string; hasPrivateKey: boolean }) => [store, hasPrivateKey]),
      [
        ['Root', false],
        ['My', true],
        ['REQUEST', true],
      ],
    );
    const [book] = certificateAuthorities;
    assert.equal(book.config, CA);
    assert.match(book.certificate, /^-----BEGIN CERTIFICATE-----/);
    assert.equal(book.entries[0].requestSha256, requests[0].requestSha256);
  }));
