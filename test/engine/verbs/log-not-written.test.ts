import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createLogFiles } from '../../../src/adapters/files/log-files.ts';
import type { CallContext } from '../../../src/app/call-context.ts';
import { verbsOver } from '../../../src/app/verbs.ts';
import { createDeps } from '../../../src/composition/create-deps.ts';
import { commandError } from '../../../src/domain/errors/catalogue.ts';
import type { Host, OutputObject } from '../../../src/ports/host.ts';
import type { LogFiles } from '../../../src/ports/log-files.ts';
import { REPOSITORY } from '../../../tools/setup/repository.mjs';
import { callContext } from '../../fixtures/call-context.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'cscert-log-'));
});
after(() => rmSync(folder, { recursive: true }));

/** Places that can be taken but not filled, as on a disk that runs full meanwhile. */
const FULL: LogFiles = {
  reserveDefault: async () => ({
    xmlPath: '/logs/a.xml',
    htmlPath: '/logs/a.html',
    write: () => Promise.reject(commandError('LogFileNotWritten', { path: '/logs/a.xml', reason: 'the disk is full' })),
    release: async () => undefined,
  }),
  reserveReport: () => Promise.reject(new Error('not asked for')),
  examineReport: () => Promise.reject(new Error('not asked for')),
};

function context(): CallContext {
  return callContext(folder, { verbose: true, user: 'tester' });
}

function recordingHost() {
  const objects: OutputObject[] = [];
  const warnings: string[] = [];
  const verbose: string[] = [];
  const host: Host = {
    output: (object) => void objects.push(object),
    verbose: (text) => void verbose.push(text),
    warning: (text) => void warnings.push(text),
    hostLine: () => undefined,
    error: () => undefined,
    shouldProcess: async () => true,
    shouldContinue: async () => true,
    environmentVariable: async () => undefined,
  };
  return { host, objects, warnings, verbose };
}

describe('what was done stands, though its log cannot be written', () => {
  it('the object comes out, a warning says so, and nobody is sent to a log that is not there', async () => {
    const deps = createDeps({
      home: join(folder, 'home'),
      deployment: join(REPOSITORY, 'examples', 'litwareinc-enterprise'),
      computer: undefined,
      keyPassphrase: undefined,
      keyPassphraseFile: undefined,
      moduleFolder: join(REPOSITORY, 'psmodule', 'Lync'),
    });
    const { host, objects, warnings, verbose } = recordingHost();
    const Output = { given: 'x.req', path: join(folder, 'x.req'), provider: 'FileSystem' };
    await verbsOver({ ...deps, logFiles: () => FULL }).newRequest({ Type: ['Default'], Output }, context(), host);
    assert.equal(objects.length, 1);
    assert.deepEqual(warnings, ['The log file "/logs/a.xml" cannot be written: the disk is full.']);
    assert.ok(!verbose.some((text) => text.startsWith('Detailed results')));
  });
});

describe('a report that cannot take its place', () => {
  it('leaves no draft behind', async () => {
    const reports = join(folder, 'reports');
    const rules = { stateFolder: join(folder, 'none'), refused: [] };
    const pair = await createLogFiles(rules, folder).reserveReport(join(reports, 'a.html'), folder, 'x');
    mkdirSync(pair.xmlPath);
    await assert.rejects(pair.write('<x/>', '<html>'), { code: 'LogFileNotWritten' });
    assert.deepEqual(readdirSync(reports), ['a.xml']);
  });
});
