import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ROLE_SWITCHES } from '../../../src/app/topology/get-service.ts';
import { temporaryDocument } from '../../fixtures/topologies/temporary-document.ts';
import { TWO_SITES, TWO_SITES_BUILDER } from '../../fixtures/topologies/two-sites.ts';
import { propertiesOf, valuesOf, verbsOver } from './called-verbs.ts';

const sample = verbsOver('enterprise');

/** What every service has, last and in this order (transcripts). */
const COMMON = ['DependentServiceList', 'ServiceId', 'SiteId', 'PoolFqdn', 'Version', 'Role'];

describe('Get-CsService', () => {
  it('gives every service with what all have in common', async () => {
    const { objects } = await sample('getService', {});
    assert.equal(objects.length, 13);
    for (const object of objects) {
      const properties = propertiesOf(object);
      const names = Object.keys(properties);
      assert.equal(names[0], 'Identity');
      assert.deepEqual(names.slice(-COMMON.length), COMMON);
      assert.equal(properties['Identity'], `${properties['Role']}:${properties['PoolFqdn']}`);
      assert.equal(object.text, properties['Identity']);
      assert.equal(properties['SiteId'], 'Site:Atlanta');
      assert.equal(properties['Version'], 6);
    }
  });

  it('shows the web services as the product does', async () => {
    const [web] = (await sample('getService', { WebServer: true })).objects;
    assert.equal(web?.typeNames[0], 'Microsoft.Rtc.Management.Xds.DisplayWebServer');
    assert.partialDeepStrictEqual(propertiesOf(web), {
      Identity: 'WebServer:pool1.litwareinc.com',
      FileStore: 'FileStore:atl-fs-001.litwareinc.com',
      UserServer: 'UserServer:pool1.litwareinc.com',
      PrimaryHttpPort: 80,
      PrimaryHttpsPort: 443,
      ExternalHttpPort: 8080,
      ExternalHttpsPort: 4443,
      PublishedPrimaryHttpPort: 80,
      PublishedPrimaryHttpsPort: 443,
      PublishedExternalHttpPort: 80,
      PublishedExternalHttpsPort: 443,
      ReachPrimaryPsomServerPort: 8060,
      ReachExternalPsomServerPort: 8061,
      AppSharingPortStart: 49152,
      AppSharingPortCount: 16383,
      ABHandlerInternalUri: 'https://pool1int.litwareinc.com/abs/handler',
      ABHandlerExternalUri: 'https://pool1ext.litwareinc.com/abs/handler',
      DeviceUpdateStoreInternalUri: 'http://pool1int.litwareinc.com/RequestHandler/Files',
      ExternalFqdn: 'pool1ext.litwareinc.com',
      InternalFqdn: 'pool1int.litwareinc.com',
      DependentServiceList: ['Registrar:pool1.litwareinc.com', 'ConferencingServer:pool1.litwareinc.com'],
      ServiceId: '1-WebServices-1',
    });
  });

  it('shows the Edge Server as the product does', async () => {
    const [edge] = (await sample('getService', { EdgeServer: true })).objects;
    assert.partialDeepStrictEqual(propertiesOf(edge), {
      Identity: 'EdgeServer:atl-edge-001.litwareinc.com',
      Registrar: 'Registrar:pool1.litwareinc.com',
      AccessEdgeInternalSipPort: 5061,
      AccessEdgeExternalSipPort: 5061,
      AccessEdgeClientSipPort: 443,
      DataPsomServerPort: 8057,
      DataPsomClientPort: 443,
      MediaRelayAuthEdgePort: 5062,
      MediaCommunicationPortStart: 50000,
      MediaCommunicationPortCount: 10000,
      AccessEdgeExternalFqdn: 'ap.litwareinc.com',
      DataEdgeExternalFqdn: 'dp.litwareinc.com',
      AVEdgeExternalFqdn: 'av.litwareinc.com',
      ExternalMrasFqdn: 'av.litwareinc.com',
      DependentServiceList: [
        'Registrar:pool1.litwareinc.com',
        'ConferencingServer:pool1.litwareinc.com',
        'MediationServer:pool1.litwareinc.com',
      ],
    });
  });

  it('names what a service depends on by the role of the other', async () => {
    const [registrar] = (await sample('getService', { Registrar: true })).objects;
    assert.partialDeepStrictEqual(propertiesOf(registrar), {
      UserServer: 'UserServer:pool1.litwareinc.com',
      WebServer: 'WebServer:pool1.litwareinc.com',
      EdgeServer: 'EdgeServer:atl-edge-001.litwareinc.com',
      BackupRegistrar: null,
      SipPort: 5061,
      WinFabFederationPort: 5090,
    });
  });

  it('lists the applications of an Application Server, among which scripts look for RGS', async () => {
    const { objects } = await sample('getService', { ApplicationServer: true });
    const [applications] = valuesOf(objects, 'Applications');
    assert.ok(Array.isArray(applications) && applications.includes('urn:application:RGS'));
  });

  it('gives a file store its share and a database its instance', async () => {
    const standard = verbsOver('standard');
    const [store] = (await standard('getService', { FileStore: true })).objects;
    assert.partialDeepStrictEqual(propertiesOf(store), {
      ShareName: 'LyncShare',
      UncPath: String.raw`\\atl-cs-001.litwareinc.com\LyncShare`,
    });
    const databases = (await standard('getService', { Filter: '*Database:*' })).objects;
    assert.deepEqual(valuesOf(databases, 'SqlInstanceName'), ['rtc', 'rtc', 'rtc']);
    const [management] = (await standard('getService', { CentralManagement: true })).objects;
    assert.equal(propertiesOf(management)['Active'], true);
  });

  const chosen: readonly (readonly [rule: string, parameters: object, identities: readonly string[]])[] = [
    ['a Director apart from Registrars', { Director: true }, ['Director:dir.contoso.com']],
    ['Registrars without Directors', { Registrar: true }, ['Registrar:pool01.contoso.com']],
    [
      'a role on every pool that has it',
      { MediationServer: true },
      ['MediationServer:pool01.contoso.com', 'MediationServer:med.contoso.com'],
    ],
    ['a role on one pool', { MediationServer: true, PoolFqdn: 'MED.contoso.com' }, ['MediationServer:med.contoso.com']],
    [
      'everything on one pool',
      { PoolFqdn: 'dir.contoso.com' },
      ['Director:dir.contoso.com', 'WebServer:dir.contoso.com'],
    ],
    ['trusted applications', { TrustedApplicationPool: true }, ['TrustedApplicationPool:app.contoso.com']],
    ['an identity in any case', { Identity: 'registrar:POOL01.contoso.com' }, ['Registrar:pool01.contoso.com']],
    ['wildcards', { Filter: 'web*' }, ['WebServer:pool01.contoso.com', 'WebServer:dir.contoso.com']],
    ['nothing for a role that nobody has', { VideoGateway: true }, []],
  ];
  for (const [name, document] of [
    ['published topology', TWO_SITES],
    ['Topology Builder file', TWO_SITES_BUILDER],
  ] as const) {
    for (const [rule, parameters, identities] of chosen) {
      it(`takes ${rule} (${name})`, async (context) => {
        const call = verbsOver('enterprise', { topologyPath: await temporaryDocument(context, document) });
        const { objects, errors } = await call('getService', parameters);
        assert.deepEqual(valuesOf(objects, 'Identity'), identities);
        assert.deepEqual(errors, []);
      });
    }
  }

  it('says which services and pools there are where an identity or a pool is unknown', async () => {
    const { errors } = await sample('getService', { Identity: 'WebServer:x' });
    assert.match(
      errors[0]?.message ?? '',
      /^There is no service with the identity "WebServer:x"\. Known are: "UserServer:/,
    );
    const elsewhere = await sample('getService', { WebServer: true, PoolFqdn: 'x.litwareinc.com' });
    assert.match(elsewhere.errors[0]?.message ?? '', /^There is no pool with the identity "x\.litwareinc\.com"\./);
    assert.deepEqual(elsewhere.objects, []);
  });

  it('needs the central store', async () => {
    const call = verbsOver('enterprise', { centralManagementStoreReachable: false });
    await assert.rejects(call('getService', {}), { code: 'CentralMgmtStoreInaccessible' });
  });

  it('has a switch for each of thirty roles', () => assert.equal(new Set(ROLE_SWITCHES).size, 30));
});
