import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { deriveFor, simpleUrl } from '../../fixtures/topologies/derive-for.ts';
import { edgePool, enterprisePool, standardEdition } from '../../fixtures/topologies/pools.ts';

const TOPOLOGY = buildTopology({
  sipDomains: ['contoso.com', 'fabrikam.com'],
  pools: [
    enterprisePool('pool.contoso.com', ['fe01.contoso.com'], {
      external: 'ext.contoso.com',
      internal: 'int.contoso.com',
    }),
    standardEdition('se01.contoso.com', { external: 'SE01.contoso.com' }),
    edgePool('edge.contoso.com', ['edge.contoso.com'], {
      access: 'sip.contoso.com',
      webConferencing: 'SIP.contoso.com',
      audioVideo: 'sip.contoso.com',
    }),
  ],
});
const SIMPLE_URLS = [
  simpleUrl('Dialin', '*', 'https://dialin.contoso.com'),
  simpleUrl('Meet', 'fabrikam.com', 'https://meet.fabrikam.com'),
];

test('each name says which parameter, service, simple URL or SIP domain it comes from', () => {
  const derived = deriveFor(
    TOPOLOGY,
    'fe01',
    ['Default', 'WebServicesInternal', 'WebServicesExternal', 'OAuthTokenIssuer'],
    {
      domainName: 'www.contoso.com',
      allSipDomain: true,
      simpleUrls: SIMPLE_URLS,
    },
  );
  assert.deepEqual(derived.subject, { name: 'pool.contoso.com', reason: 'FQDN of the pool' });
  assert.deepEqual(
    derived.alternativeNames.map(({ name, reason }) => `${name}: ${reason}`),
    [
      'www.contoso.com: given with -DomainName',
      'pool.contoso.com: FQDN of the pool',
      'fe01.contoso.com: FQDN of the computer',
      'int.contoso.com: internal web services FQDN of the pool',
      'dialin.contoso.com: Dialin simple URL: https://dialin.contoso.com',
      'meet.fabrikam.com: Meet simple URL for SIP domain fabrikam.com: https://meet.fabrikam.com',
      'LyncdiscoverInternal.contoso.com: internal Autodiscover for default SIP domain contoso.com',
      'LyncdiscoverInternal.fabrikam.com: internal Autodiscover for SIP domain fabrikam.com (-AllSipDomain)',
      'ext.contoso.com: external web services FQDN of the pool',
      'Lyncdiscover.contoso.com: external Autodiscover for default SIP domain contoso.com',
      'Lyncdiscover.fabrikam.com: external Autodiscover for SIP domain fabrikam.com (-AllSipDomain)',
      'contoso.com: default SIP domain',
      'fabrikam.com: SIP domain (-AllSipDomain)',
    ],
  );
  assert.deepEqual(derived.dropped, []);
});

test('a computed name that -DomainName gave already is dropped, and says both reasons; the given casing stays', () => {
  const derived = deriveFor(TOPOLOGY, 'fe01', ['Default'], { domainName: 'POOL.contoso.com' });
  assert.deepEqual(
    derived.alternativeNames.map(({ name }) => name),
    ['POOL.contoso.com', 'fe01.contoso.com'],
  );
  assert.deepEqual(derived.dropped, [
    { name: 'pool.contoso.com', reason: 'FQDN of the pool; already in the list: given with -DomainName' },
  ]);
});

test('a name given twice with -DomainName is dropped the second time', () => {
  const derived = deriveFor(TOPOLOGY, 'fe01', ['Default'], {
    domainName: 'a.contoso.com, b.contoso.com,A.contoso.com',
  });
  assert.deepEqual(derived.dropped, [{ name: 'A.contoso.com', reason: 'given with -DomainName more than once' }]);
});

test('a name that two services share stays once', () => {
  const derived = deriveFor(TOPOLOGY, 'se01', ['Default', 'WebServicesExternal']);
  assert.deepEqual(derived.dropped, [
    {
      name: 'SE01.contoso.com',
      reason: 'external web services FQDN of the pool; already in the list: FQDN of the computer',
    },
  ]);
});

test('names left out because they would repeat only the subject are dropped with that reason', () => {
  const derived = deriveFor(TOPOLOGY, 'edge', ['AccessEdgeExternal', 'DataEdgeExternal']);
  assert.deepEqual(derived.alternativeNames, []);
  assert.deepEqual(
    derived.dropped.map(({ reason }) => reason),
    [
      'external FQDN of the Web Conferencing Edge service; already in the list: external FQDN of the Access Edge service',
      'the only alternative name would repeat the subject name',
    ],
  );
});

test('a subject that -DomainName names is an alternative name, also on an Edge', () => {
  const derived = deriveFor(TOPOLOGY, 'edge', ['Internal'], { domainName: 'edge.contoso.com' });
  assert.deepEqual(derived.alternativeNames, [{ name: 'edge.contoso.com', reason: 'given with -DomainName' }]);
});
