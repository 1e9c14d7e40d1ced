import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { renderPublished } from '../../fixtures/topologies/render-topology.ts';
import { temporaryDocument } from '../../fixtures/topologies/temporary-document.ts';
import { TWO_SITES } from '../../fixtures/topologies/two-sites.ts';
import { propertiesOf, valuesOf, verbsOver } from './called-verbs.ts';

describe('Get-CsComputer', () => {
  it('gives every computer of the topology with its pool, in document order', async () => {
    const { objects } = await verbsOver('enterprise')('getComputer', {});
    assert.deepEqual(objects.map(propertiesOf), [
      { Identity: 'atl-cs-001.litwareinc.com', Pool: 'pool1.litwareinc.com', Fqdn: 'atl-cs-001.litwareinc.com' },
      { Identity: 'atl-cs-002.litwareinc.com', Pool: 'pool1.litwareinc.com', Fqdn: 'atl-cs-002.litwareinc.com' },
      {
        Identity: 'atl-edge-001.litwareinc.com',
        Pool: 'atl-edge-001.litwareinc.com',
        Fqdn: 'atl-edge-001.litwareinc.com',
      },
      {
        Identity: 'atl-sql-001.litwareinc.com',
        Pool: 'atl-sql-001.litwareinc.com',
        Fqdn: 'atl-sql-001.litwareinc.com',
      },
      { Identity: 'atl-fs-001.litwareinc.com', Pool: 'atl-fs-001.litwareinc.com', Fqdn: 'atl-fs-001.litwareinc.com' },
    ]);
  });

  const narrowed: readonly (readonly [rule: string, parameters: object, identities: readonly string[]])[] = [
    ['an identity in any case', { Identity: 'ATL-EDGE-001.litwareinc.com' }, ['atl-edge-001.litwareinc.com']],
    ['a pool', { Pool: 'Pool1.litwareinc.com' }, ['atl-cs-001.litwareinc.com', 'atl-cs-002.litwareinc.com']],
    ['the local computer', { Local: true }, ['atl-cs-001.litwareinc.com']],
    ['wildcards', { Filter: 'ATL-cs-*' }, ['atl-cs-001.litwareinc.com', 'atl-cs-002.litwareinc.com']],
    ['wildcards that match nothing', { Filter: 'x*' }, []],
    ['a pool and wildcards together', { Pool: 'pool1.litwareinc.com', Filter: '*002*' }, ['atl-cs-002.litwareinc.com']],
    ['the local computer and another pool', { Local: true, Pool: 'atl-fs-001.litwareinc.com' }, []],
    ['an identity that is blank, as if it were absent', { Identity: ' ', Local: true }, ['atl-cs-001.litwareinc.com']],
  ];
  for (const [rule, parameters, identities] of narrowed) {
    it(`takes ${rule}`, async () => {
      const { objects, errors } = await verbsOver('enterprise')('getComputer', parameters);
      assert.deepEqual(valuesOf(objects, 'Identity'), identities);
      assert.deepEqual(errors, []);
    });
  }

  it('says in a non-terminating error which computers there are', async () => {
    const { objects, errors } = await verbsOver('standard')('getComputer', { Identity: 'fe9.litwareinc.com' });
    assert.deepEqual(objects, []);
    assert.deepEqual(
      errors.map(({ code, category, target, message }) => [code, category, target, message]),
      [
        [
          'IdentityNotFound',
          'ObjectNotFound',
          'fe9.litwareinc.com',
          'There is no computer with the identity "fe9.litwareinc.com". Known are: "atl-cs-001.litwareinc.com", "atl-edge-001.litwareinc.com".',
        ],
      ],
    );
  });

  it('says so too of a pool that is not there', async () => {
    const { objects, errors } = await verbsOver('standard')('getComputer', { Pool: 'nowhere.litwareinc.com' });
    assert.deepEqual(objects, []);
    assert.match(errors[0]?.message ?? '', /^There is no pool with the identity "nowhere\.litwareinc\.com"\./);
  });

  it('refuses a filter whose set has no end', async () => {
    await assert.rejects(verbsOver('standard')('getComputer', { Filter: 'atl-[c' }), { code: 'FilterInvalid' });
  });

  it('cannot say which computer is local where the topology does not have it', async () => {
    const call = verbsOver('enterprise', { localComputer: 'admin.litwareinc.com' });
    await assert.rejects(call('getComputer', { Local: true }), { code: 'LocalComputerUnknown' });
  });
});

describe('Get-CsPool', () => {
  it('gives a pool with its computers, services and site', async () => {
    const { objects } = await verbsOver('enterprise')('getPool', { Identity: 'POOL1.litwareinc.com' });
    assert.deepEqual(objects.map(propertiesOf), [
      {
        Identity: 'pool1.litwareinc.com',
        Services: [
          'UserServer:pool1.litwareinc.com',
          'Registrar:pool1.litwareinc.com',
          'WebServer:pool1.litwareinc.com',
          'ConferencingServer:pool1.litwareinc.com',
          'MediationServer:pool1.litwareinc.com',
          'ApplicationServer:pool1.litwareinc.com',
          'CentralManagement:pool1.litwareinc.com',
        ],
        Computers: ['atl-cs-001.litwareinc.com', 'atl-cs-002.litwareinc.com'],
        Fqdn: 'pool1.litwareinc.com',
        BackupPoolFqdn: null,
        Site: 'Site:Atlanta',
      },
    ]);
  });

  it('names the services of a Director, an Edge and a Mediation pool', async (context) => {
    const call = verbsOver('enterprise', { topologyPath: await temporaryDocument(context, TWO_SITES) });
    const { objects } = await call('getPool', { Filter: '[dem]*' });
    assert.deepEqual(valuesOf(objects, 'Services'), [
      ['Director:dir.contoso.com', 'WebServer:dir.contoso.com'],
      ['EdgeServer:edge.contoso.com', 'ManagementServer:edge.contoso.com'],
      ['MediationServer:med.contoso.com'],
    ]);
  });

  it('takes a site by its display name', async (context) => {
    const call = verbsOver('enterprise', { topologyPath: await temporaryDocument(context, TWO_SITES) });
    const { objects } = await call('getPool', { Site: 'dublin' });
    assert.deepEqual(valuesOf(objects, 'Identity'), ['med.contoso.com']);
    assert.deepEqual(valuesOf(objects, 'Site'), ['Site:Dublin']);
    const { errors } = await call('getPool', { Site: 'site:Dublin' });
    assert.equal(
      errors[0]?.message,
      'There is no site with the identity "site:Dublin". Known are: "Redmond", "Dublin".',
    );
  });

  it('gives the pool whose Registrar the own one depends on as backup', async (context) => {
    const topology = buildTopology({
      pools: [
        { fqdn: 'a.contoso.com', machines: ['a1.contoso.com'], services: [{ role: 'Registrar' }] },
        { fqdn: 'b.contoso.com', machines: ['b1.contoso.com'], services: [{ role: 'Registrar' }] },
      ],
    });
    const [first, second] = topology.pools.map(({ services }) => services[0]?.id ?? '');
    const linked = renderPublished({
      ...topology,
      pools: topology.pools.map((pool, at) => ({
        ...pool,
        services: pool.services.map((service) => ({ ...service, dependsOn: [(at === 0 ? second : first) ?? ''] })),
      })),
    });
    const call = verbsOver('enterprise', { topologyPath: await temporaryDocument(context, linked) });
    assert.deepEqual(valuesOf((await call('getPool', {})).objects, 'BackupPoolFqdn'), [
      'b.contoso.com',
      'a.contoso.com',
    ]);
  });
});

describe('Get-CsSipDomain', () => {
  it('gives the SIP domains in document order, and which is the default', async (context) => {
    const call = verbsOver('enterprise', { topologyPath: await temporaryDocument(context, TWO_SITES) });
    const { objects } = await call('getSipDomain', {});
    assert.deepEqual(objects.map(propertiesOf), [
      { Identity: 'contoso.com', Name: 'contoso.com', IsDefault: false },
      { Identity: 'Fabrikam.com', Name: 'Fabrikam.com', IsDefault: true },
      { Identity: 'tailspin.example', Name: 'tailspin.example', IsDefault: false },
    ]);
    assert.deepEqual(valuesOf((await call('getSipDomain', { Filter: 'f*' })).objects, 'Name'), ['Fabrikam.com']);
  });
});

describe('where the central store is out of reach', () => {
  const call = verbsOver('enterprise', {
    centralManagementStoreReachable: false,
    localComputer: 'atl-edge-001.litwareinc.com',
  });

  for (const verb of ['getComputer', 'getPool', 'getSipDomain'] as const) {
    it(`${verb} fails as the product does, and says what can be asked`, async () => {
      await assert.rejects(call(verb, {}), {
        code: 'CentralMgmtStoreInaccessible',
        message: /^The Central Management Store is not accessible from this computer, .* Use (?:-Local|Get-CsTopology)/,
      });
    });
  }

  it('Get-CsComputer -Local asks the replica', async () => {
    const { objects } = await call('getComputer', { Local: true });
    assert.deepEqual(valuesOf(objects, 'Pool'), ['atl-edge-001.litwareinc.com']);
  });
});
