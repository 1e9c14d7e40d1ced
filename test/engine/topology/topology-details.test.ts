import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { topologyDescriber } from '../../../src/adapters/topology/describe-topology.ts';
import { openTopology } from '../../../src/adapters/topology/open-topology.ts';
import { temporaryDocument } from '../../fixtures/topologies/temporary-document.ts';

const SAMPLE = fileURLToPath(new URL('../../../examples/litwareinc-enterprise/topology.xml', import.meta.url));
const BUILDER = fileURLToPath(new URL('../../fixtures/topologies/never-published.tbxml', import.meta.url));

test('the topology is the one that requests read', async () => {
  for (const path of [SAMPLE, BUILDER]) {
    const { topology } = await topologyDescriber.describe(path);
    assert.deepEqual(topology, (await openTopology(path).load()).topology);
  }
});

test('a published topology: site, cluster, machine, interfaces, ports', async () => {
  const { details } = await topologyDescriber.describe(SAMPLE);
  assert.equal(details.signature, '0f8b7f64-2b5e-4b0f-9a53-4f0a6f0c1e51');
  assert.equal(details.allowAllDomains, false);
  assert.deepEqual(details.domains, [{ name: 'litwareinc.com', authoritative: false, allowSubDomains: false }]);
  assert.deepEqual(details.sites.get('1'), {
    description: undefined,
    city: 'Atlanta',
    state: 'GA',
    countryCode: 'USA',
  });
  const edge = details.pools.get('1:2');
  assert.deepEqual(edge?.machines[0]?.netInterfaces.at(-1), {
    side: 'External',
    number: 1,
    ipAddress: '0.0.0.0',
    configuredIpAddress: '203.0.113.25',
  });
  assert.deepEqual([edge?.number, edge?.requiresReplication, edge?.requiresSetup], [2, true, true]);
  assert.equal(details.pools.get('1:3')?.requiresSetup, false);
  assert.deepEqual(details.services.get('1-WebServices-1')?.ports[0], {
    owner: 'urn:component:OCSWebSite',
    usage: 'WebSite',
    side: 'External',
    interfaceNumber: 1,
    port: 8080,
    protocol: 'Http',
    urlPath: '/',
    authorizesRequests: false,
    gruuType: undefined,
    range: undefined,
    configuredPort: 80,
    configuredFqdn: undefined,
  });
  assert.deepEqual(details.sqlInstances, [{ name: '', poolId: '1:3', alwaysOnPrimaryNodeFqdn: undefined }]);
});

test('a Topology Builder file: the same, as far as it says so; every entry of a simple URL', async () => {
  const { details, simpleUrls, published } = await topologyDescriber.describe(BUILDER);
  assert.equal(published, undefined);
  assert.equal([...details.sites.values()][0]?.city, 'K\u00f6ln');
  assert.deepEqual(simpleUrls?.[0]?.urls[0]?.entries, ['https://dialin.fabrikam.com', 'https://phone.fabrikam.com']);
});

test('the published document is the text of its element, whatever stands around it', async (context) => {
  const element =
    '<Topology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008"><InternalDomains DefaultDomain="a.example" /><Sites /><Clusters /><Services></Services></Topology>';
  for (const [content, name] of [
    [element, 'bare.xml'],
    [`<?xml version="1.0" encoding="utf-8"?>\r\n<!-- exported -->\r\n${element}\r\n`, 'declared.xml'],
    [Buffer.from(`\ufeff${element}\r\n`, 'utf16le'), 'redirected.xml'],
    [`<Item><Data>${element}</Data><Data /></Item>`, 'inside.xml'],
  ] as const) {
    const path = await temporaryDocument(context, content, name);
    assert.equal((await topologyDescriber.describe(path)).published, element, name);
  }
});

test('a detail that makes no sense is absent, and no error', async (context) => {
  const text = `<Topology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008"><InternalDomains DefaultDomain="a.example" /><Sites><CentralSite SiteId="1"><Name>A</Name><Description> </Description></CentralSite></Sites>
<Clusters><Cluster Fqdn="p.a.example" RequiresSetup="perhaps"><ClusterId SiteId="1" Number="1" /><Machine Fqdn="m.a.example" OrdinalInCluster="first" /></Cluster></Clusters>
<Services><Service ServiceVersion="7" RoleVersion="-1"><ServiceId SiteId="1" RoleName="EdgeServer" Instance="1" /><InstalledOn><ClusterId SiteId="1" Number="1" /></InstalledOn><Ports><Port Port="http" Range="" /></Ports></Service></Services></Topology>`;
  const { details } = await topologyDescriber.describe(await temporaryDocument(context, text));
  assert.equal(details.sites.get('1')?.description, undefined);
  assert.equal(details.pools.get('1:1')?.requiresSetup, false);
  assert.equal(details.pools.get('1:1')?.machines[0]?.ordinal, undefined);
  const service = details.services.get('1-EdgeServer-1');
  assert.deepEqual(
    [service?.roleVersion, service?.ports[0]?.port, service?.ports[0]?.range],
    [undefined, undefined, undefined],
  );
});
