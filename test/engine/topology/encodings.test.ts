import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from '../../../src/adapters/topology/document/decode-text.ts';
import { openTopology } from '../../../src/adapters/topology/open-topology.ts';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { standardEdition } from '../../fixtures/topologies/pools.ts';
import { renderPublished } from '../../fixtures/topologies/render-topology.ts';
import { temporaryDocument } from '../../fixtures/topologies/temporary-document.ts';

type ByteEncoding = 'utf8' | 'utf16le' | 'utf16be' | 'latin1';

const SITE = 'Köln';
const DOCUMENT = renderPublished(
  buildTopology({ sites: [{ id: '1', name: SITE, kind: 'central' }], pools: [standardEdition('se01.contoso.com')] }),
);

function encode(text: string, encoding: ByteEncoding): Buffer {
  return encoding === 'utf16be' ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, encoding);
}

/** How the bytes are written, what the XML declaration says, whether there is a byte order mark. */
const READABLE: readonly (readonly [ByteEncoding, string | undefined, boolean])[] = [
  ['utf8', undefined, false],
  ['utf8', undefined, true],
  ['utf8', 'utf-8', false],
  ['utf8', 'utf-8', true],
  ['utf8', 'utf-16', false],
  ['utf8', 'utf-16', true],
  ['utf8', 'iso-8859-1', true],
  ['utf16le', undefined, false],
  ['utf16le', undefined, true],
  ['utf16le', 'utf-16', true],
  ['utf16le', 'utf-8', true],
  ['utf16le', 'utf-8', false],
  ['utf16be', undefined, false],
  ['utf16be', 'utf-16', true],
  ['utf16be', 'utf-8', true],
  ['latin1', 'iso-8859-1', false],
  ['latin1', 'Windows-1252', false],
];

for (const [encoding, declared, mark] of READABLE)
  test(`${encoding} ${mark ? 'with' : 'without'} a byte order mark, declared as ${declared ?? 'nothing'}`, async (context) => {
    const declaration = declared === undefined ? '' : `<?xml version="1.0" encoding="${declared}"?>\r\n`;
    const bytes = encode(`${mark ? '\ufeff' : ''}${declaration}${DOCUMENT}\r\n`, encoding);
    const { topology } = await openTopology(await temporaryDocument(context, bytes)).load();
    assert.equal(topology.sites[0]?.name, SITE);
  });

test('white space before the document does not hide its encoding', async (context) => {
  const bytes = encode(`\r\n  ${DOCUMENT}`, 'utf16le');
  const { topology } = await openTopology(await temporaryDocument(context, bytes)).load();
  assert.equal(topology.sites[0]?.name, SITE);
});

test('text that was saved twice with a mark loads', async (context) => {
  const bytes = encode(`\ufeff\ufeff${DOCUMENT}`, 'utf8');
  const { topology } = await openTopology(await temporaryDocument(context, bytes)).load();
  assert.equal(topology.sites[0]?.name, SITE);
});

const ORIGIN = { document: 'topology document', path: '/t.xml' } as const;
const UNREADABLE: readonly (readonly [string, Buffer, RegExp])[] = [
  [
    'bytes that are not UTF-8',
    Buffer.from('<a>\n<b c="\xff"/></a>', 'latin1'),
    /line 2, column 7: the bytes are not UTF-8\.$/,
  ],
  [
    'half a UTF-16 unit',
    Buffer.concat([encode('\ufeff<a/>', 'utf16le'), Buffer.from([0x20])]),
    /line 1, column 5: the bytes are not UTF-16LE/,
  ],
  ['an unpaired surrogate', encode('\ufeff<a>\ud800</a>', 'utf16le'), /line 1, column 4: the bytes are not UTF-16LE/],
  [
    'an encoding nobody knows',
    encode('<?xml version="1.0" encoding="klingon"?><a/>', 'utf8'),
    /line 1, column 31: the encoding "klingon" is not known/,
  ],
];

for (const [what, bytes, message] of UNREADABLE)
  test(`${what}: one error with line and column`, () => {
    assert.throws(() => decodeText(ORIGIN, bytes), { code: 'TopologyInvalid', message });
  });
