import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { createLogFiles } from '../../../src/adapters/files/log-files.ts';
import { reportPaths } from '../../../src/adapters/files/report-names.ts';
import type { LogFiles } from '../../../src/ports/log-files.ts';
import { type Places, treeOf, withPlaces } from './temporary-places.ts';

const GUID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const STEM = `Request-CsCertificate-${GUID}`;

/** -Report, the XML log, the HTML page */
const pairs: readonly (readonly [string, string, string])[] = [
  ['/r/Name.html', '/r/Name.xml', '/r/Name.html'],
  ['/r/Name.HTM', '/r/Name.xml', '/r/Name.HTM'],
  ['/r/Name.xml', '/r/Name.xml', '/r/Name.html'],
  ['C:\\r\\Name.Xml', 'C:\\r\\Name.Xml', 'C:\\r\\Name.html'],
  ['/r/Name', '/r/Name.xml', '/r/Name.html'],
  ['/r/Report 1.2', '/r/Report 1.2.xml', '/r/Report 1.2.html'],
  ['/r/Name.txt', '/r/Name.txt.xml', '/r/Name.txt.html'],
  ['/r/a.xml.html', '/r/a.xml.xml', '/r/a.xml.html'],
  ['/r/.html', '/r/.html.xml', '/r/.html.html'],
  ['.xml', '.xml.xml', '.xml.html'],
];
for (const [given, xml, html] of pairs) {
  test(`-Report ${given} writes ${xml} and ${html}`, () => {
    assert.deepEqual(reportPaths(given), { xmlPath: xml, htmlPath: html });
  });
}

function withLogs(
  use: (logs: LogFiles, places: Places & { readonly temporary: string }) => Promise<void>,
): Promise<void> {
  return withPlaces(async (places) => {
    const temporary = join(places.parent, 'tmp');
    mkdirSync(temporary);
    await use(createLogFiles(places.rules, temporary), { ...places, temporary });
  });
}

test('the default pair lies in the temporary folder, for this user only, whatever the umask', () =>
  withLogs(async (logs, { temporary }) => {
    const before = process.umask(0);
    try {
      const pair = await logs.reserveDefault('Request-CsCertificate', GUID);
      assert.deepEqual(
        [pair.xmlPath, pair.htmlPath],
        [join(temporary, `${STEM}.xml`), join(temporary, `${STEM}.html`)],
      );
      assert.deepEqual(readdirSync(temporary).sort(), [`${STEM}.html`, `${STEM}.xml`]);
      await pair.write('<xml/>', '<html>');
      await pair.release();
    } finally {
      process.umask(before);
    }
    assert.equal(readFileSync(join(temporary, `${STEM}.xml`), 'utf8'), '<xml/>');
    assert.equal(readFileSync(join(temporary, `${STEM}.html`), 'utf8'), '<html>');
    for (const name of readdirSync(temporary)) assert.equal(statSync(join(temporary, name)).mode & 0o777, 0o600);
  }));

test('a default pair that is given up is gone', () =>
  withLogs(async (logs, { temporary }) => {
    const pair = await logs.reserveDefault('Request-CsCertificate', GUID);
    await pair.release();
    assert.deepEqual(readdirSync(temporary), []);
  }));

test('a default pair follows no link and takes no file that is there, and takes both or none', () =>
  withLogs(async (logs, { temporary, work }) => {
    symlinkSync(join(work, 'victim'), join(temporary, `${STEM}.html`));
    await assert.rejects(logs.reserveDefault('Request-CsCertificate', GUID), {
      code: 'LogFileNotWritten',
      message: /\.html" cannot be written: it already exists/,
    });
    assert.deepEqual(readdirSync(temporary), [`${STEM}.html`]);
    assert.deepEqual(readdirSync(work), []);
  }));

test('a temporary folder that is missing is one sentence', () =>
  withLogs(async (logs, { temporary }) => {
    rmSync(temporary, { recursive: true });
    await assert.rejects(logs.reserveDefault('Request-CsCertificate', GUID), {
      code: 'LogFileNotWritten',
      message: /it does not exist/,
    });
  }));

test('a report replaces what is there without asking, and makes missing folders', () =>
  withLogs(async (logs, { work }) => {
    mkdirSync(join(work, 'reports'));
    writeFileSync(join(work, 'reports', '11_Request.xml'), 'old');
    for (const path of ['reports/11_Request.html', 'reports/new/12_Request.html']) {
      const pair = await logs.reserveReport(path, work, STEM);
      await pair.write('new xml', 'new html');
      assert.equal(readFileSync(pair.xmlPath, 'utf8'), 'new xml');
      assert.equal(readFileSync(pair.htmlPath, 'utf8'), 'new html');
    }
    assert.deepEqual(treeOf(work), [
      'reports',
      'reports/11_Request.html',
      'reports/11_Request.xml',
      'reports/new',
      'reports/new/12_Request.html',
      'reports/new/12_Request.xml',
    ]);
  }));

const FOLDERS: readonly (readonly [string, (places: Places) => string, string])[] = [
  ['that exists', ({ work }) => join(work, 'reports'), 'work/reports'],
  ['that is to be made', () => 'new/deep/', 'work/new/deep'],
  ['by a relative path with a backslash', () => 'reports\\', 'work/reports'],
  ['that is the current one', () => '.', 'work'],
  ['on a drive', () => 'C:\\Logs\\', 'state/drives/C/Logs'],
  ['that is the root of a drive', () => 'C:\\', 'state/drives/C'],
];
for (const [what, pathOf, folder] of FOLDERS) {
  test(`in a folder ${what} a report has a name of its own`, () =>
    withLogs(async (logs, places) => {
      mkdirSync(join(places.work, 'reports'));
      assert.equal(await logs.examineReport(pathOf(places), places.work), undefined);
      const pair = await logs.reserveReport(pathOf(places), places.work, STEM);
      await pair.write('x', 'h');
      assert.deepEqual(
        [pair.xmlPath, pair.htmlPath].map((path) => relative(places.parent, path)),
        [`${folder}/${STEM}.xml`, `${folder}/${STEM}.html`],
      );
    }));
}

test('a folder where no report may go is refused like a file there', () =>
  withLogs(async (logs, { state, deployment, work }) => {
    for (const folder of [`${state}/`, deployment]) {
      await assert.rejects(logs.reserveReport(folder, work, STEM), { code: 'OutputPathRefused', message: /lies in/ });
    }
  }));

test('until it is written a report leaves the old one as it was; given up, nothing has happened', () =>
  withLogs(async (logs, { work }) => {
    writeFileSync(join(work, 'r.xml'), 'old');
    const pair = await logs.reserveReport('r.html', work, STEM);
    assert.equal(readFileSync(join(work, 'r.xml'), 'utf8'), 'old');
    await pair.release();
    const elsewhere = await logs.reserveReport('a/b/r.html', work, STEM);
    await elsewhere.release();
    assert.deepEqual(treeOf(work), ['r.xml']);
  }));

const refused: readonly (readonly [string, (places: Places) => string, RegExp])[] = [
  ['the deployment folder', ({ deployment }) => join(deployment, 'topology.html'), /lies in the deployment folder/],
  ['the state folder', ({ state }) => join(state, 'store.html'), /lies in the state folder/],
  ['the module folder', ({ parent }) => join(parent, 'module', 'r'), /lies in the module folder/],
];
for (const [what, pathOf, words] of refused) {
  test(`a report in ${what} is refused before anything is made`, () =>
    withLogs(async (logs, places) => {
      const before = treeOf(places.parent);
      for (const attempt of [
        () => logs.reserveReport(pathOf(places), places.work, STEM),
        () => logs.examineReport(pathOf(places), places.work),
      ]) {
        await assert.rejects(attempt, { code: 'OutputPathRefused', message: words });
      }
      assert.deepEqual(treeOf(places.parent), before);
    }));
}

test('of a pair whose second half cannot be written the first half is not left behind', () =>
  withLogs(async (logs, { work }) => {
    mkdirSync(join(work, 'r.html'));
    await assert.rejects(logs.reserveReport('r.xml', work, STEM), {
      code: 'OutputPathRefused',
      message: /it is a folder/,
    });
    assert.deepEqual(treeOf(work), ['r.html']);
  }));

test('a report on a drive is found where the drive lies', () =>
  withLogs(async (logs, { state, work }) => {
    const folder = join(state, 'drives', 'C', 'Logs');
    const paths = { xmlPath: join(folder, '11.xml'), htmlPath: join(folder, '11.html') };
    assert.deepEqual(await logs.examineReport('C:\\Logs\\11.html', work), paths);
    assert.deepEqual(treeOf(state), []);
    const { xmlPath, htmlPath, write } = await logs.reserveReport('C:\\Logs\\11.html', work, STEM);
    assert.deepEqual({ xmlPath, htmlPath }, paths);
    await write('x', 'h');
    assert.deepEqual(readdirSync(folder).sort(), ['11.html', '11.xml']);
  }));
