import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ProductObject, ProductValue } from '../../../src/domain/product-object.ts';
import { temporaryDocument } from '../../fixtures/topologies/temporary-document.ts';
import { TWO_SITES, TWO_SITES_BUILDER } from '../../fixtures/topologies/two-sites.ts';
import { propertiesOf, valuesOf, verbsOver } from './called-verbs.ts';

const SAMPLE = fileURLToPath(new URL('../../../examples/litwareinc-enterprise/topology.xml', import.meta.url));
const sample = verbsOver('enterprise');

async function topologyOf(call: ReturnType<typeof verbsOver>): Promise<ProductObject> {
  const [topology] = (await call('getTopology', {})).objects;
  return topology ?? assert.fail('no topology');
}

/** The objects in a property that is a list of them. */
function listOf(owner: ProductObject | undefined, property: string): readonly ProductObject[] {
  const value: ProductValue = owner?.properties()[property] ?? null;
  assert.ok(Array.isArray(value));
  return value.filter((item): item is ProductObject => typeof item === 'object' && item !== null && 'text' in item);
}

function objectOf(owner: ProductObject | undefined, property: string): ProductObject {
  const [only] = [owner?.properties()[property] ?? null].filter(
    (item): item is ProductObject => typeof item === 'object' && item !== null && 'text' in item,
  );
  return only ?? assert.fail(`${property} is no object`);
}

describe('Get-CsTopology', () => {
  it('gives one object with collections of all there is', async () => {
    const topology = await topologyOf(sample);
    assert.equal(topology.typeNames[0], 'Microsoft.Rtc.Management.Deploy.Internal.DefaultTopology');
    const properties = propertiesOf(topology);
    assert.deepEqual(Object.keys(properties).slice(0, 6), [
      'InternalDomains',
      'Sites',
      'Clusters',
      'Machines',
      'SqlInstances',
      'Services',
    ]);
    assert.deepEqual(properties['InternalDomains'], ['litwareinc.com']);
    assert.deepEqual(properties['Sites'], ['Atlanta']);
    assert.deepEqual(properties['Clusters'], ['1-1', '1-2', '1-3', '1-4']);
    assert.deepEqual(properties['Machines'], [
      'atl-cs-001.litwareinc.com',
      'atl-cs-002.litwareinc.com',
      'atl-edge-001.litwareinc.com',
      'atl-sql-001.litwareinc.com',
      'atl-fs-001.litwareinc.com',
    ]);
    assert.deepEqual(properties['SqlInstances'], ['1-3\\']);
    assert.equal(listOf(topology, 'Services').length, 13);
  });

  it('gives clusters what scripts look for', async () => {
    const clusters = listOf(await topologyOf(sample), 'Clusters');
    assert.deepEqual(valuesOf(clusters, 'Fqdn'), [
      'pool1.litwareinc.com',
      'atl-edge-001.litwareinc.com',
      'atl-sql-001.litwareinc.com',
      'atl-fs-001.litwareinc.com',
    ]);
    assert.deepEqual(valuesOf(clusters, 'RequiresReplication'), [true, true, false, false]);
    assert.deepEqual(valuesOf(clusters, 'IsOnEdge'), [false, true, false, false]);
    assert.deepEqual(valuesOf(clusters, 'IsSingleMachineOnly'), [false, true, true, true]);
    assert.deepEqual(propertiesOf(clusters[0])['Machines'], ['atl-cs-001.litwareinc.com', 'atl-cs-002.litwareinc.com']);
  });

  it('gives a site its place and its clusters', async () => {
    const [site] = listOf(await topologyOf(sample), 'Sites');
    assert.deepEqual(propertiesOf(site), {
      Name: 'Atlanta',
      SiteId: '1',
      Kind: 'CentralSite',
      Description: null,
      City: 'Atlanta',
      State: 'GA',
      CountryCode: 'USA',
      Clusters: ['1-1', '1-2', '1-3', '1-4'],
    });
  });

  it('gives services their role, settings, dependencies and ports', async () => {
    const services = listOf(await topologyOf(sample), 'Services');
    const web = services.find(({ text }) => text === '1-WebServices-1');
    assert.equal(web?.typeNames[0], 'Microsoft.Rtc.Management.Deploy.Internal.ServiceRoles.WebService');
    const { NetPorts: _, ...properties } = propertiesOf(web);
    assert.deepEqual(properties, {
      ServiceId: '1-WebServices-1',
      RoleId: 'WebServices:1',
      RoleName: 'WebServices',
      ServiceVersion: 6,
      InstalledOn: '1-1',
      DependentServices: ['1-FileStore-1', '1-UserServices-1'],
      InternalHost: 'pool1int.litwareinc.com',
      ExternalHost: 'pool1ext.litwareinc.com',
    });
    const edge = services.find(({ text }) => text.includes('EdgeServer'));
    const external = listOf(edge, 'NetPorts').filter((port) => port.properties()['NetInterfaceId'] === 'External:1');
    assert.deepEqual(
      new Set(valuesOf(external, 'EffectiveFqdn')),
      new Set(['ap.litwareinc.com', 'dp.litwareinc.com', 'av.litwareinc.com']),
    );
    assert.match(listOf(edge, 'NetPorts')[0]?.text ?? '', /AccessEdge.SipServer.Mtls.Internal/);
    const store = services.find(({ text }) => text === '1-FileStore-1');
    assert.equal(store?.properties()['UncPath'], String.raw`\\atl-fs-001.litwareinc.com\LyncShare`);
  });

  it('lets objects refer to one another: a machine to its cluster, and that to the machine', async () => {
    const topology = await topologyOf(sample);
    const [machine] = listOf(topology, 'Machines');
    const cluster = objectOf(machine, 'Cluster');
    assert.equal(cluster, listOf(topology, 'Clusters')[0]);
    assert.equal(listOf(cluster, 'Machines')[0], machine);
    const database = listOf(topology, 'Services').find(({ text }) => text === '1-UserStore-1');
    const place = objectOf(database, 'InstalledOn');
    assert.equal(place.properties()['SqlInstanceId'], '1-3\\');
    assert.equal(objectOf(place, 'Cluster').properties()['Fqdn'], 'atl-sql-001.litwareinc.com');
  });

  for (const [name, document] of [
    ['published topology', TWO_SITES],
    ['Topology Builder file', TWO_SITES_BUILDER],
  ] as const) {
    it(`knows Directors and both sites (${name})`, async (context) => {
      const topology = await topologyOf(
        verbsOver('enterprise', { topologyPath: await temporaryDocument(context, document) }),
      );
      const directors = listOf(topology, 'Services').filter((service) => service.properties()['IsDirector'] === true);
      assert.deepEqual(valuesOf(directors, 'RoleName'), ['Registrar']);
      assert.deepEqual(valuesOf(listOf(topology, 'Sites'), 'Name'), ['Redmond', 'Dublin']);
      assert.deepEqual(valuesOf(listOf(topology, 'InternalDomains'), 'IsDefault'), [false, true, false]);
    });
  }

  it('-AsXml gives the document as it was exported', async () => {
    const { documents, objects } = await sample('getTopology', { AsXml: true });
    assert.deepEqual(documents, [readFileSync(SAMPLE, 'utf8').trim()]);
    assert.deepEqual(objects, []);
  });

  it('-AsXml has nothing to give from a Topology Builder file, and says so', async (context) => {
    const call = verbsOver('enterprise', { topologyPath: await temporaryDocument(context, TWO_SITES_BUILDER) });
    await assert.rejects(call('getTopology', { AsXml: true }), {
      code: 'TopologyNotPublished',
      message: /is a file of Topology Builder, not a published topology/,
    });
  });

  it('-LocalStore reads the replica where the central store is out of reach', async () => {
    const call = verbsOver('enterprise', { centralManagementStoreReachable: false });
    await assert.rejects(call('getTopology', {}), { code: 'CentralMgmtStoreInaccessible', message: /Use -LocalStore/ });
    assert.equal((await call('getTopology', { LocalStore: true })).objects.length, 1);
    assert.equal((await call('getTopology', { LocalStore: true, AsXml: true })).documents.length, 1);
  });
});
