import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readSimpleUrls } from '../../../src/adapters/topology/open-topology.ts';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { simpleUrl } from '../../fixtures/topologies/derive-for.ts';
import { standardEdition } from '../../fixtures/topologies/pools.ts';
import { renderPublished, renderSimpleUrls, renderTopologyBuilder } from '../../fixtures/topologies/render-topology.ts';
import { temporaryDocument } from '../../fixtures/topologies/temporary-document.ts';

const URLS = [
  simpleUrl('Meet', 'contoso.com', 'https://meet.contoso.com/?a=1&b=2'),
  simpleUrl('Dialin', '*', 'https://dialin.contoso.com'),
  simpleUrl('Cscp', '*', 'https://admin.contoso.com'),
];
const TOPOLOGY = buildTopology({ pools: [standardEdition('se01.contoso.com')] });
const DOCUMENT = renderSimpleUrls(URLS);

const READABLE: readonly (readonly [string, string | Buffer])[] = [
  ['the stored document', DOCUMENT],
  ['the stored document in UTF-16', Buffer.from(`\ufeff${DOCUMENT}`, 'utf16le')],
  ['the stored document inside another', `<Value xmlns="urn:example">${DOCUMENT}</Value>`],
  ['a Topology Builder file', renderTopologyBuilder(TOPOLOGY, URLS)],
];

for (const [what, content] of READABLE)
  test(`the simple URLs of ${what}, in stored order`, async (context) => {
    assert.deepEqual(await readSimpleUrls(await temporaryDocument(context, content)), URLS);
  });

test('a document without simple URLs is an empty list', async (context) => {
  assert.deepEqual(await readSimpleUrls(await temporaryDocument(context, renderSimpleUrls([]))), []);
});

test('the document of the bundled samples', async () => {
  for (const sample of ['litwareinc-enterprise', 'litwareinc-standard']) {
    const path = fileURLToPath(new URL(`../../../examples/${sample}/simple-urls.xml`, import.meta.url));
    const urls = await readSimpleUrls(path);
    assert.deepEqual(
      urls.map(({ component }) => component),
      ['Dialin', 'Meet', 'Cscp'],
    );
  }
});

const REFUSED: readonly (readonly [string, string, RegExp])[] = [
  [
    'a published topology, which holds none',
    renderPublished(TOPOLOGY),
    /the root element is "Topology", and there is no SimpleUrlConfiguration/,
  ],
  ['an URL without a component', DOCUMENT.replace('Component="Meet"', ''), /the element SimpleUrl has no Component/],
  [
    'an URL without an address',
    DOCUMENT.replace('ActiveUrl="https://dialin.contoso.com"', ''),
    /the element SimpleUrl has no ActiveUrl/,
  ],
  ['an empty file', '', /document must contain a root element/],
];

for (const [what, content, message] of REFUSED)
  test(`${what}: one error that names the simple URL document`, async (context) => {
    const path = await temporaryDocument(context, content, 'simple-urls.xml');
    await assert.rejects(readSimpleUrls(path), (error) => {
      assert.ok(error instanceof Error);
      assert.ok(error.message.startsWith(`The simple URL document "${path}" is not valid: line `));
      assert.match(error.message, message);
      return true;
    });
  });
