import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ProductObject } from '../../../src/domain/product-object.ts';
import type { SimpleUrl } from '../../../src/domain/topology/simple-urls.ts';
import { temporaryDocument } from '../../fixtures/topologies/temporary-document.ts';
import { TWO_SITES } from '../../fixtures/topologies/two-sites.ts';
import { propertiesOf, valuesOf, verbsOver } from './called-verbs.ts';

const BUILDER = fileURLToPath(new URL('../../fixtures/topologies/never-published.tbxml', import.meta.url));

const URLS: readonly SimpleUrl[] = [
  { component: 'Dialin', domain: '*', activeUrl: 'https://dialin.contoso.com', scope: 'global' },
  { component: 'Meet', domain: 'contoso.com', activeUrl: 'https://meet.contoso.ie', scope: 'site:dublin' },
  { component: 'Meet', domain: 'contoso.com', activeUrl: 'https://meet.contoso.com', scope: 'global' },
  { component: 'Dialin', domain: '*', activeUrl: 'https://dialin.contoso.ie', scope: 'site:2' },
  { component: 'Cscp', domain: '*', activeUrl: 'https://admin.contoso.com', scope: 'site:Atlantis' },
];

function urlsOf(configuration: ProductObject | undefined) {
  const urls = configuration?.properties()['SimpleUrl'];
  assert.ok(Array.isArray(urls));
  return urls.map((url) => propertiesOf(typeof url === 'object' && url !== null && 'text' in url ? url : undefined));
}

describe('Get-CsSimpleUrlConfiguration', () => {
  it('gives the collection of a stored document', async () => {
    const { objects } = await verbsOver('enterprise')('getSimpleUrlConfiguration', {});
    assert.deepEqual(objects.map(propertiesOf), [
      {
        Identity: 'Global',
        SimpleUrl: [
          'Component=Dialin;Domain=*;ActiveUrl=https://dialin.litwareinc.com',
          'Component=Meet;Domain=litwareinc.com;ActiveUrl=https://meet.litwareinc.com',
          'Component=Cscp;Domain=*;ActiveUrl=https://admin.litwareinc.com',
        ],
        UseBackendDatabase: false,
      },
    ]);
    assert.deepEqual(urlsOf(objects[0])[1], {
      SimpleUrlEntry: ['Url=https://meet.litwareinc.com'],
      Component: 'Meet',
      Domain: 'litwareinc.com',
      ActiveUrl: 'https://meet.litwareinc.com',
    });
  });

  it('gives every entry of a URL, from a Topology Builder file too', async () => {
    const call = verbsOver('enterprise', { topologyPath: BUILDER, simpleUrls: { from: 'topology' } });
    const [global] = (await call('getSimpleUrlConfiguration', { Identity: 'global' })).objects;
    assert.deepEqual(urlsOf(global)[0]?.['SimpleUrlEntry'], [
      'Url=https://dialin.fabrikam.com',
      'Url=https://phone.fabrikam.com',
    ]);
  });

  it('gives the global collection first, then one for each site, by name', async (context) => {
    const call = verbsOver('enterprise', {
      topologyPath: await temporaryDocument(context, TWO_SITES),
      simpleUrls: { from: 'list', urls: URLS },
    });
    const { objects } = await call('getSimpleUrlConfiguration', {});
    assert.deepEqual(valuesOf(objects, 'Identity'), ['Global', 'Site:Dublin', 'Site:Atlantis']);
    assert.deepEqual(
      urlsOf(objects[1]).map((url) => url['ActiveUrl']),
      ['https://meet.contoso.ie', 'https://dialin.contoso.ie'],
    );
    const sites = await call('getSimpleUrlConfiguration', { Filter: 'site:*' });
    assert.deepEqual(valuesOf(sites.objects, 'Identity'), ['Site:Dublin', 'Site:Atlantis']);
    const one = await call('getSimpleUrlConfiguration', { Identity: 'site:Dublin' });
    assert.deepEqual(valuesOf(one.objects, 'Identity'), ['Site:Dublin']);
    const none = await call('getSimpleUrlConfiguration', { Identity: 'site:Redmond' });
    assert.equal(none.errors[0]?.code, 'IdentityNotFound');
  });

  it('gives an empty collection where the deployment says that there are none', async () => {
    const call = verbsOver('enterprise', { simpleUrls: { from: 'list', urls: [] } });
    assert.deepEqual((await call('getSimpleUrlConfiguration', {})).objects.map(propertiesOf), [
      { Identity: 'Global', SimpleUrl: [], UseBackendDatabase: false },
    ]);
  });

  it('says how to bring simple URLs where nothing does', async () => {
    const call = verbsOver('enterprise', { simpleUrls: { from: 'topology' } });
    const { objects, errors } = await call('getSimpleUrlConfiguration', {});
    assert.deepEqual(objects, []);
    assert.deepEqual(
      errors.map(({ code, category }) => [code, category]),
      [['SimpleUrlsUnknown', 'ObjectNotFound']],
    );
    assert.match(errors[0]?.message ?? '', /Export-CsConfiguration/);
  });

  it('knows no tenants', async () => {
    await assert.rejects(
      verbsOver('enterprise')('getSimpleUrlConfiguration', { Tenant: '38aad667-af54-4397-aaa7-e94c79ec2308' }),
      { code: 'TenantUnknown', exceptionType: 'System.NotSupportedException' },
    );
  });

  it('-LocalStore reads the replica where the central store is out of reach', async () => {
    const call = verbsOver('enterprise', { centralManagementStoreReachable: false });
    await assert.rejects(call('getSimpleUrlConfiguration', {}), { code: 'CentralMgmtStoreInaccessible' });
    assert.equal((await call('getSimpleUrlConfiguration', { LocalStore: true })).objects.length, 1);
  });
});

describe('Get-CsAdminRole', () => {
  const call = verbsOver('enterprise');

  it('gives the built-in roles with the properties of the page', async () => {
    const { objects } = await call('getAdminRole', {});
    assert.deepEqual(valuesOf(objects, 'Identity'), [
      'CsAdministrator',
      'CsArchivingAdministrator',
      'CsHelpDesk',
      'CsLocationAdministrator',
      'CsPersistentChatAdministrator',
      'CsResponseGroupAdministrator',
      'CsResponseGroupManager',
      'CsServerAdministrator',
      'CsUserAdministrator',
      'CsViewOnlyAdministrator',
      'CsVoiceAdministrator',
    ]);
    for (const role of objects) {
      assert.deepEqual(Object.keys(propertiesOf(role)), [
        'Identity',
        'SID',
        'IsStandardRole',
        'Cmdlets',
        'ConfigScopes',
        'UserScopes',
        'Template',
      ]);
      assert.equal(role.properties()['IsStandardRole'], true);
    }
  });

  const holders: readonly (readonly [cmdlet: string, roles: readonly string[]])[] = [
    ['Request-CsCertificate', ['CsAdministrator', 'CsServerAdministrator']],
    ['Set-CsCertificate', ['CsAdministrator', 'CsServerAdministrator']],
    ['Get-CsCertificate', ['CsAdministrator', 'CsServerAdministrator', 'CsViewOnlyAdministrator']],
  ];
  for (const [cmdlet, roles] of holders) {
    it(`${cmdlet} is in ${roles.join(', ')}`, async () => {
      const { objects } = await call('getAdminRole', {});
      const held = objects.filter((role) => [role.properties()['Cmdlets']].flat().includes(cmdlet));
      assert.deepEqual(valuesOf(held, 'Identity'), roles);
    });
  }

  it('gives Lync Server 2010 the nine that it has', async () => {
    const { objects } = await verbsOver('enterprise', { product: 'Lync Server 2010' })('getAdminRole', {});
    assert.equal(objects.length, 9);
  });

  it('takes an identity in any case, and wildcards', async () => {
    assert.deepEqual(valuesOf((await call('getAdminRole', { Identity: 'cshelpdesk' })).objects, 'Identity'), [
      'CsHelpDesk',
    ]);
    assert.deepEqual(valuesOf((await call('getAdminRole', { Filter: '*Voice*' })).objects, 'Identity'), [
      'CsVoiceAdministrator',
    ]);
    assert.equal((await call('getAdminRole', { Identity: 'Redmond' })).errors[0]?.code, 'IdentityNotFound');
  });

  it('cannot look up a SID without a directory', async () => {
    await assert.rejects(call('getAdminRole', { Sid: 'S-1-5-21-1' }), { code: 'SidUnknown' });
  });
});
