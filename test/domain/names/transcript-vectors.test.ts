import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CertificateUse } from '../../../src/domain/certificate-use.ts';
import type { Topology } from '../../../src/domain/topology/topology.ts';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { deriveFor, type NamesAsked, namesOf, simpleUrl } from '../../fixtures/topologies/derive-for.ts';
import { edgePool, enterprisePool, standardEdition } from '../../fixtures/topologies/pools.ts';

// Names that the product itself computed, from its logs and consoles (domain facts 5.3).

const SKYPEFB = buildTopology({
  sipDomains: ['skypefb.com'],
  serviceVersion: 7,
  pools: [
    standardEdition('VM-SFB-FE01.skypefb.com', { external: 'webext.skypefb.com' }),
    edgePool('VM-SFB-EDGE01.skypefb.com', ['VM-SFB-EDGE01.skypefb.com'], {
      access: 'sip.skypefb.com',
      webConferencing: 'sip.skypefb.com',
      audioVideo: 'sip.skypefb.com',
    }),
  ],
});
const SKYPEFB_URLS = [
  simpleUrl('Dialin', '*', 'https://dialin.skypefb.com'),
  simpleUrl('Meet', 'skypefb.com', 'https://meet.skypefb.com'),
  simpleUrl('Cscp', '*', 'https://admin.skypefb.com'),
];

const CONTOSO = buildTopology({
  sipDomains: ['Contoso.com'],
  pools: [enterprisePool('pool01.contoso.net', ['fe01.contoso.net'], { external: 'webext.contoso.com' })],
});
const CONTOSO_URLS = [
  simpleUrl('Dialin', '*', 'https://dialin.contoso.com'),
  simpleUrl('Meet', 'Contoso.com', 'https://meet.contoso.com'),
];

const FRONT_END: readonly CertificateUse[] = ['Default', 'WebServicesInternal', 'WebServicesExternal'];
const EDGE: readonly CertificateUse[] = ['AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication'];

interface Vector {
  readonly vector: string;
  readonly topology: Topology;
  readonly computer: string;
  readonly uses: readonly CertificateUse[];
  readonly asked?: NamesAsked;
  readonly subject: string;
  readonly names: readonly string[];
}

const VECTORS: readonly Vector[] = [
  {
    vector: 'V2: the three Front End types of a Standard Edition server',
    topology: SKYPEFB,
    computer: 'VM-SFB-FE01.skypefb.com',
    uses: FRONT_END,
    asked: { simpleUrls: SKYPEFB_URLS },
    subject: 'VM-SFB-FE01.skypefb.com',
    names: [
      'VM-SFB-FE01.skypefb.com',
      'dialin.skypefb.com',
      'meet.skypefb.com',
      'admin.skypefb.com',
      'LyncdiscoverInternal.skypefb.com',
      'webext.skypefb.com',
      'Lyncdiscover.skypefb.com',
    ],
  },
  {
    vector: 'V3: OAuthTokenIssuer with -DomainName',
    topology: SKYPEFB,
    computer: 'VM-SFB-FE01.skypefb.com',
    uses: ['OAuthTokenIssuer'],
    asked: { domainName: 'VM-SFB-FE01.skypefb.com' },
    subject: 'skypefb.com',
    names: ['VM-SFB-FE01.skypefb.com', 'skypefb.com'],
  },
  {
    vector: 'V4: Internal on an Edge, -AllSipDomain changes nothing',
    topology: SKYPEFB,
    computer: 'VM-SFB-EDGE01.skypefb.com',
    uses: ['Internal'],
    asked: { allSipDomain: true },
    subject: 'VM-SFB-EDGE01.skypefb.com',
    names: [],
  },
  {
    vector: 'V5: the external types of an Edge whose services share one FQDN',
    topology: SKYPEFB,
    computer: 'VM-SFB-EDGE01.skypefb.com',
    uses: EDGE,
    subject: 'sip.skypefb.com',
    names: [],
  },
  {
    vector: 'V7: OAuthTokenIssuer keeps the typed casing of the SIP domain',
    topology: CONTOSO,
    computer: 'fe01.contoso.net',
    uses: ['OAuthTokenIssuer'],
    subject: 'Contoso.com',
    names: [],
  },
];

for (const { vector, topology, computer, uses, asked, subject, names } of VECTORS)
  test(vector, () => {
    const derived = deriveFor(topology, computer, uses, asked);
    assert.equal(derived.subject.name, subject);
    assert.deepEqual(namesOf(derived), names);
  });

test('V8: a pool certificate begins with -DomainName, then pool, machine and the first simple URL', () => {
  const asked = { domainName: 'sip.Contoso.com', simpleUrls: CONTOSO_URLS };
  const derived = deriveFor(CONTOSO, 'fe01.contoso.net', FRONT_END, asked);
  assert.equal(derived.subject.name, 'pool01.contoso.net');
  assert.deepEqual(namesOf(derived).slice(0, 4), [
    'sip.Contoso.com',
    'pool01.contoso.net',
    'fe01.contoso.net',
    'dialin.contoso.com',
  ]);
});
