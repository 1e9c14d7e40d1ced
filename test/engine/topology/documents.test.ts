import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openTopology } from '../../../src/adapters/topology/open-topology.ts';
import { rolesOf } from '../../../src/domain/topology/roles.ts';
import type { Topology } from '../../../src/domain/topology/topology.ts';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { edgePool, standardEdition } from '../../fixtures/topologies/pools.ts';
import { renderPublished, renderTopologyBuilder } from '../../fixtures/topologies/render-topology.ts';
import { temporaryDocument } from '../../fixtures/topologies/temporary-document.ts';

const EXAMPLES = new URL('../../../examples/', import.meta.url);
const FIXTURES = new URL('../../fixtures/topologies/', import.meta.url);

function load(base: URL, name: string) {
  return openTopology(fileURLToPath(new URL(name, base))).load();
}

/** Pool, its computers, its roles: what the naming rules look at. */
function outline(topology: Topology): readonly string[] {
  return topology.pools.map((pool) => {
    const machines = pool.machines.map(({ fqdn }) => fqdn).join(' ');
    return `${pool.fqdn} [${machines}] ${rolesOf(pool).join(' ')}`.trimEnd();
  });
}

test('a published Enterprise Edition topology', async () => {
  const { topology, simpleUrls } = await load(EXAMPLES, 'litwareinc-enterprise/topology.xml');
  assert.deepEqual(outline(topology), [
    'pool1.litwareinc.com [atl-cs-001.litwareinc.com atl-cs-002.litwareinc.com] EnterpriseEdition',
    'atl-edge-001.litwareinc.com [atl-edge-001.litwareinc.com] Edge',
    'atl-sql-001.litwareinc.com [atl-sql-001.litwareinc.com]',
    'atl-fs-001.litwareinc.com [atl-fs-001.litwareinc.com]',
  ]);
  assert.equal(simpleUrls, undefined);
});

test('a published Standard Edition topology', async () => {
  const { topology } = await load(EXAMPLES, 'litwareinc-standard/topology.xml');
  assert.deepEqual(outline(topology), [
    'atl-cs-001.litwareinc.com [atl-cs-001.litwareinc.com] StandardEdition',
    'atl-edge-001.litwareinc.com [atl-edge-001.litwareinc.com] Edge',
  ]);
  const web = topology.pools[0]?.services.find(({ role }) => role === 'WebServices');
  assert.equal(web?.externalWebFqdn, 'atl-ext.litwareinc.com');
  assert.equal(web?.internalWebFqdn, undefined);
});

test('a Topology Builder file that was never published', async () => {
  const { topology, simpleUrls } = await load(FIXTURES, 'never-published.tbxml');
  assert.deepEqual(outline(topology), [
    'pool.fabrikam.com [FE1.fabrikam.com FE2.fabrikam.com] EnterpriseEdition',
    'sql.fabrikam.com [sql.fabrikam.com]',
    'sba.fabrikam.com [sba.fabrikam.com] SurvivableBranch',
  ]);
  assert.equal(topology.defaultSipDomain, 'Fabrikam.com');
  assert.deepEqual(topology.sipDomains, ['tailspin.example', 'Fabrikam.com']);
  assert.deepEqual(
    topology.sites.map(({ name, kind }) => `${kind} ${name}`),
    ['central Köln & Bonn', 'branch Aachen'],
  );
  assert.deepEqual(
    simpleUrls?.map(({ component, activeUrl }) => `${component} ${activeUrl}`),
    ['Dialin https://dialin.fabrikam.com', 'Meet https://lync.fabrikam.com/Meet'],
  );
});

const OLD = buildTopology({ sipDomains: ['old.com'], pools: [standardEdition('old.contoso.com')] });
const NEW = buildTopology({ sipDomains: ['new.com'], pools: [standardEdition('new.contoso.com')] });

function originalTopology(topology: Topology): string {
  const [, partial] = /<NewTopology>([\s\S]*)<\/NewTopology>/.exec(renderTopologyBuilder(topology, [])) ?? [];
  return `<OriginalTopology SignatureOfSimpleUrl="da6aafaa-fc5d-4cc0-bfe1-7e15f05175b2">${partial}</OriginalTopology>`;
}

test('of the two topologies of a Topology Builder file the new one counts, with its simple URLs', async (context) => {
  const text = renderTopologyBuilder(NEW, undefined, originalTopology(OLD));
  const loaded = await openTopology(await temporaryDocument(context, text)).load();
  assert.equal(loaded.topology.defaultSipDomain, 'new.com');
  assert.equal(loaded.simpleUrls, undefined);
});

test('a Topology Builder file that has only the original topology means that one', async (context) => {
  const text = renderTopologyBuilder(NEW, undefined, originalTopology(OLD)).replace(
    /<NewTopology>[\s\S]*<\/NewTopology>/,
    '',
  );
  const loaded = await openTopology(await temporaryDocument(context, text)).load();
  assert.equal(loaded.topology.defaultSipDomain, 'old.com');
  assert.deepEqual(loaded.simpleUrls, []);
});

for (const serviceVersion of [5, 6, 7, 8])
  test(`service version ${serviceVersion} loads`, async (context) => {
    const topology = buildTopology({ serviceVersion, pools: [standardEdition('se01.contoso.com')] });
    const loaded = await openTopology(await temporaryDocument(context, renderPublished(topology))).load();
    assert.equal(loaded.topology.pools[0]?.services[0]?.serviceVersion, serviceVersion);
  });

test('a document is recognised by its content, not by its name', async (context) => {
  const builder = await temporaryDocument(context, renderTopologyBuilder(NEW, []), 'topology.xml');
  const published = await temporaryDocument(context, renderPublished(NEW), 'topology.tbxml');
  assert.equal((await openTopology(builder).load()).topology.defaultSipDomain, 'new.com');
  assert.equal((await openTopology(published).load()).topology.defaultSipDomain, 'new.com');
});

test('elements may be in a prefixed namespace, and the topology inside another document', async (context) => {
  const prefixed = renderPublished(NEW)
    .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1t:')
    .replace('xmlns=', 'xmlns:t=');
  const path = await temporaryDocument(context, `<Stored xmlns="urn:example"><Item>${prefixed}</Item></Stored>`);
  const { topology } = await openTopology(path).load();
  assert.equal(topology.defaultSipDomain, 'new.com');
});

test('the default SIP domain is a SIP domain also where the list leaves it out; one listed twice counts once', async (context) => {
  const text = renderPublished(
    buildTopology({ sipDomains: ['b.com', 'B.com', 'c.com'], defaultSipDomain: 'a.com', pools: [] }),
  );
  const { topology } = await openTopology(await temporaryDocument(context, text)).load();
  assert.deepEqual(topology.sipDomains, ['a.com', 'b.com', 'c.com']);
});

test('the digest is that of the bytes, the path absolute; unchanged bytes give the same topology', async (context) => {
  const path = await temporaryDocument(context, renderPublished(NEW));
  const source = openTopology(path);
  const first = await source.load();
  assert.equal(
    first.sha256,
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  );
  assert.equal(first.path, path);
  assert.equal(await source.load(), first);
});

test('a document that changed is read again', async (context) => {
  const path = await temporaryDocument(context, renderPublished(OLD));
  const source = openTopology(path);
  await source.load();
  await writeFile(path, renderPublished(NEW));
  assert.equal((await source.load()).topology.defaultSipDomain, 'new.com');
});

test('an Edge pool keeps the ports that carry its external FQDNs', async (context) => {
  const external = { access: 'sip.contoso.com', webConferencing: 'webcon.contoso.com', audioVideo: 'av.contoso.com' };
  const topology = buildTopology({ pools: [edgePool('edge.contoso.com', ['e1.contoso.com'], external)] });
  const loaded = await openTopology(await temporaryDocument(context, renderPublished(topology))).load();
  assert.deepEqual(loaded.topology.pools[0]?.services[0]?.ports, topology.pools[0]?.services[0]?.ports);
});
