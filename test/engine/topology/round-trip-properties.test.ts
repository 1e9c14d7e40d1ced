import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeText } from '../../../src/adapters/topology/document/decode-text.ts';
import { findConfiguration } from '../../../src/adapters/topology/find-configuration.ts';
import { readTopology } from '../../../src/adapters/topology/read-configuration.ts';
import type { Topology } from '../../../src/domain/topology/topology.ts';
import { arbitraryTopology } from '../../fixtures/topologies/arbitrary-topology.ts';
import { renderPublished, renderTopologyBuilder } from '../../fixtures/topologies/render-topology.ts';

const ORIGIN = { document: 'topology document', path: '/topology.xml' } as const;

async function parse(bytes: Buffer): Promise<Topology> {
  const document = { origin: ORIGIN, sha256: '', content: decodeText(ORIGIN, bytes) };
  return readTopology(ORIGIN, await findConfiguration(document, ['Topology', 'TopologyBuilder']));
}

test('whatever the topology, its published document gives it back', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTopology, async (topology) => {
      assert.deepEqual(await parse(Buffer.from(renderPublished(topology))), topology);
    }),
  );
});

test('whatever the topology, its Topology Builder file gives it back, pools in the order of their sites', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTopology, async (topology) => {
      assert.deepEqual(await parse(Buffer.from(renderTopologyBuilder(topology))), inBuilderOrder(topology));
    }),
  );
});

/** Topology Builder writes a branch site inside its central site, and each cluster inside its site. */
function inBuilderOrder(topology: Topology): Topology {
  const [first, ...others] = topology.sites.filter(({ kind }) => kind === 'central');
  const branches = topology.sites.filter(({ kind }) => kind === 'branch');
  const sites = first === undefined ? [] : [first, ...branches, ...others];
  return { ...topology, sites, pools: sites.flatMap(({ id }) => topology.pools.filter(({ siteId }) => siteId === id)) };
}

test('a document cut off anywhere is one clear error, never another topology', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTopology, fc.double({ min: 0, max: 0.999, noNaN: true }), async (topology, part) => {
      const text = renderPublished(topology);
      await assert.rejects(parse(Buffer.from(text.slice(0, Math.floor(text.length * part)))), {
        code: 'TopologyInvalid',
      });
    }),
  );
});

test('any bytes at all are a topology or one clear error', async () => {
  const markup = fc.array(
    fc.constantFrom(
      '<Topology',
      ' xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008"',
      '>',
      '/>',
      '</Topology>',
      '<Services>',
      ' a="',
      '"',
      '&amp;',
      '&',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?x',
      '?>',
      '\0',
      '\ud800',
      'é',
    ),
    { maxLength: 12 },
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array)),
    markup.map((parts) => Buffer.from(parts.join(''))),
    markup.map((parts) => Buffer.from(`\ufeff${parts.join('')}`, 'utf16le')),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      await assert.rejects(async () => parse(content), { code: 'TopologyInvalid' });
    }),
  );
});
