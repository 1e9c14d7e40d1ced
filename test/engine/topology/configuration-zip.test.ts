import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTopology, readSimpleUrls } from '../../../src/adapters/topology/open-topology.ts';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { simpleUrl } from '../../fixtures/topologies/derive-for.ts';
import { makeZip, type ZipFileEntry } from '../../fixtures/topologies/make-zip.ts';
import { standardEdition } from '../../fixtures/topologies/pools.ts';
import { renderPublished, renderSimpleUrls } from '../../fixtures/topologies/render-topology.ts';
import { temporaryDocument } from '../../fixtures/topologies/temporary-document.ts';

const TOPOLOGY = renderPublished(buildTopology({ pools: [standardEdition('se01.contoso.com')] }));
const DIALIN = renderSimpleUrls([simpleUrl('Dialin', '*', 'https://dialin.contoso.com')]);
const MEET = renderSimpleUrls([simpleUrl('Meet', 'contoso.com', 'https://meet.contoso.com')]);
const SIMPLE_URL_KEY = '{urn:schema:Microsoft.Rtc.Management.Settings.SimpleUrl.2008}SimpleUrlConfiguration';

function item(key: string, scope: string, document: string): string {
  return `<DocItem Name="[${key},Host{00000000-0000-0000-0000-000000000000},${scope}]"><Data>${document}</Data></DocItem>`;
}

/** What an exported configuration holds, as far as it is known (domain facts 6.5). */
const EXPORTED = `<?xml version="1.0" encoding="utf-8"?><DocItemSet>
${item('{urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008}Topology', 'Global', TOPOLOGY)}
${item(SIMPLE_URL_KEY, 'Global', DIALIN)}
${item(SIMPLE_URL_KEY, 'Site:Redmond', MEET)}
</DocItemSet>`;

test('topology and simple URLs of an exported configuration, with their scopes', async (context) => {
  const path = await temporaryDocument(context, makeZip([{ name: 'DocItemSet.xml', content: EXPORTED }]), 'export.zip');
  const { topology, simpleUrls } = await openTopology(path).load();
  assert.equal(topology.pools[0]?.fqdn, 'se01.contoso.com');
  assert.deepEqual(simpleUrls, [
    { component: 'Dialin', domain: '*', activeUrl: 'https://dialin.contoso.com', scope: 'global' },
    { component: 'Meet', domain: 'contoso.com', activeUrl: 'https://meet.contoso.com', scope: 'site:Redmond' },
  ]);
  assert.deepEqual(await readSimpleUrls(path), simpleUrls);
});

test('entries may be named anything; those that are somebody else’s do not matter', async (context) => {
  const entries: readonly ZipFileEntry[] = [
    { name: 'folder/', content: '' },
    { name: '../../../etc/passwd', content: Buffer.from([0, 1, 2, 255]) },
    { name: 'C:\\x\\broken.xml', content: '<a><b></a>' },
    { name: 'urls', content: Buffer.from(`\ufeff${DIALIN}`, 'utf16le') },
    { name: 'topology', content: `\ufeff${TOPOLOGY}` },
  ];
  const { topology, simpleUrls } = await openTopology(await temporaryDocument(context, makeZip(entries))).load();
  assert.equal(topology.defaultSipDomain, 'contoso.com');
  assert.deepEqual(
    simpleUrls?.map(({ activeUrl }) => activeUrl),
    ['https://dialin.contoso.com'],
  );
});

test('an archive without simple URLs brings none', async (context) => {
  const path = await temporaryDocument(context, makeZip([{ name: 'a.xml', content: TOPOLOGY }]));
  assert.equal((await openTopology(path).load()).simpleUrls, undefined);
});

const TOPOLOGY_ENTRY: ZipFileEntry = { name: 'a.xml', content: TOPOLOGY };
const ROWS: readonly (readonly [string, Buffer, RegExp])[] = [
  ['no entries', makeZip([]), /no file of the zip archive holds a Topology or TopologyBuilder element/],
  ['no topology', makeZip([{ name: 'a.xml', content: DIALIN }]), /no file of the zip archive holds a Topology/],
  [
    'two topologies',
    makeZip([TOPOLOGY_ENTRY, { ...TOPOLOGY_ENTRY, name: 'b.xml' }]),
    /\(b\.xml\)" is not valid: line 1, column 1: this is a second topology/,
  ],
  [
    'a broken topology',
    makeZip([{ name: 'a.xml', content: TOPOLOGY.slice(0, 300) }]),
    /\(a\.xml\)" is not valid: line \d+, column \d+: the XML is not well-formed/,
  ],
  [
    'a document type',
    makeZip([{ name: 'a.xml', content: `<!DOCTYPE x>${TOPOLOGY}` }]),
    /\(a\.xml\)" is not valid: line 1, column 1: a document type/,
  ],
  [
    'an encrypted entry',
    makeZip([{ ...TOPOLOGY_ENTRY, encrypted: true }]),
    /the entry "a\.xml" of the zip archive is encrypted/,
  ],
  ['cut off', makeZip([TOPOLOGY_ENTRY]).subarray(0, 200), /is not valid: the zip archive is damaged/],
  ['a changed byte', changedByte(makeZip([TOPOLOGY_ENTRY])), /damaged/],
  ['a header that claims less', makeZip([{ ...TOPOLOGY_ENTRY, claimedSize: 10 }]), /damaged/],
  ['a header that claims more', makeZip([{ ...TOPOLOGY_ENTRY, claimedSize: 1_000_000 }]), /damaged/],
  [
    'too many entries',
    makeZip(Array.from({ length: 1001 }, (_, index) => ({ name: `${index}`, content: '' }))),
    /more than 1000 entries/,
  ],
];

function changedByte(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[150] = (copy[150] ?? 0) ^ 0xff;
  return copy;
}

for (const [what, bytes, message] of ROWS)
  test(`${what}: one clear error`, async (context) => {
    const path = await temporaryDocument(context, bytes, 'export.zip');
    await assert.rejects(openTopology(path).load(), { code: 'TopologyInvalid', message });
  });

const MEGABYTE = Buffer.alloc(1024 * 1024, ' ');
const BOMBS: readonly (readonly [string, Buffer])[] = [
  ['one entry', makeZip([{ name: 'a.xml', content: Buffer.concat(Array.from({ length: 65 }, () => MEGABYTE)) }])],
  ['many entries', makeZip(Array.from({ length: 65 }, (_, index) => ({ name: `${index}`, content: MEGABYTE })))],
];

for (const [what, bytes] of BOMBS)
  test(`more than 64 MB unpacked in ${what} is refused`, async (context) => {
    const path = await temporaryDocument(context, bytes, 'bomb.zip');
    await assert.rejects(openTopology(path).load(), {
      code: 'TopologyTooLarge',
      message: `The topology document "${path}" is larger than 64 MB when it is unpacked. Larger documents are not read.`,
    });
  });
