import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { makeZip } from '../../fixtures/topologies/make-zip.ts';
import { standardEdition } from '../../fixtures/topologies/pools.ts';
import { renderPublished } from '../../fixtures/topologies/render-topology.ts';
import { temporaryDocument } from '../../fixtures/topologies/temporary-document.ts';

// Whatever a file holds, it is refused within two seconds and 300 MB. An engine without any topology takes about 50 MB
// of these, so that a refusal may take 250 MB more. The dearest takes 0.6 s of a processor and 170 MB; the time allowed
// here is for slow machines, and work that grows faster than the file would take hours.

const MILLISECONDS = 10_000;
const MEGABYTES = 250;
const LARGE = 31 * 1024 * 1024;

const START = '<Topology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008">';
const REAL = renderPublished(buildTopology({ pools: [standardEdition('se01.contoso.com')] }));
const REAL_SERVICES = REAL.slice(REAL.indexOf('<Services>') + '<Services>'.length, REAL.indexOf('</Services>'));

/** `before`, then `unit` until the document is as large as a document may be. */
function filled(before: string, unit: string, size: number = LARGE): string {
  return before + unit.repeat(Math.floor((size - before.length) / unit.length));
}

const HOSTILE: readonly (readonly [string, () => string | Buffer])[] = [
  ['20,000 elements deep', () => '<a>'.repeat(20_000)],
  ['20,000 elements deep inside a topology', () => START + '<Services>'.repeat(20_000)],
  ['20,000 nested namespaces', () => '<a xmlns="urn:x">'.repeat(20_000)],
  ['millions of elements', () => filled('<a>', '<a/>')],
  ['millions of elements of a topology', () => filled(START, '<Port/>')],
  ['millions of attributes', () => filled('<a', ' b=""')],
  ['millions of references', () => filled(`${START}<Sites><CentralSite><Name>`, '&amp;')],
  ['millions of references in an attribute', () => filled('<Topology a="', '&#65;')],
  ['millions of comments', () => filled('<a>', '<!---->')],
  ['millions of sections', () => filled(START, '<![CDATA[]]>')],
  ['millions of lines', () => filled(`${START}<Sites><CentralSite><Name>`, '\n')],
  ['one endless name', () => filled('<', 'a')],
  ['an endless document type', () => filled('<!DOCTYPE a [', '<!ENTITY b "c">')],
  ['a real topology, repeated and cut off', () => filled(REAL.slice(0, REAL.indexOf('</Services>')), REAL_SERVICES)],
  ['millions of elements in UTF-16', () => Buffer.from(filled(`\ufeff${START}`, '<Port/>', LARGE / 2), 'utf16le')],
  ['characters that need two bytes in memory', () => filled(START, '\u4e2d', LARGE / 3)],
  ['bytes that are not UTF-8 at the end', () => Buffer.concat([Buffer.from(filled(START, ' ')), Buffer.from([255])])],
  ['binary zeros', () => Buffer.alloc(LARGE)],
  ['an archive of a huge topology', () => makeZip([{ name: 'a.xml', content: filled(START, '<Port/>', 2 * LARGE) }])],
];

const run = promisify(execFile);
const LOADER = fileURLToPath(new URL('../../fixtures/topologies/load-topology.ts', import.meta.url));

for (const [what, content] of HOSTILE)
  test(`${what}: refused in time and memory`, async (context) => {
    const path = await temporaryDocument(context, content());
    const { stdout } = await run(process.execPath, [LOADER, path]);
    const cost: { code: string; milliseconds: number; megabytes: number } = JSON.parse(stdout);
    assert.equal(cost.code, 'TopologyInvalid');
    assert.ok(cost.milliseconds < MILLISECONDS, `took ${cost.milliseconds} ms`);
    assert.ok(cost.megabytes < MEGABYTES, `took ${cost.megabytes} MB`);
  });
