import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CertificateUse } from '../../../src/domain/certificate-use.ts';
import type { PoolDescription } from '../../fixtures/topologies/build-topology.ts';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { deriveFor, namesOf, simpleUrl } from '../../fixtures/topologies/derive-for.ts';
import { edgePool, enterprisePool, standardEdition } from '../../fixtures/topologies/pools.ts';

// The -ComputerFqdn and -DomainName values of examples 4 to 7 of the help page, word for word.

const EDGE = edgePool('atl-edge-001.litwareinc.com', ['atl-edge-001.litwareinc.com'], {
  access: 'ap.litwareinc.com',
  webConferencing: 'dp.litwareinc.com',
  audioVideo: 'av.litwareinc.com',
});
const ENTERPRISE = enterprisePool('pool1.litwareinc.com', ['atl-cs-001.litwareinc.com', 'atl-cs-002.litwareinc.com'], {
  external: 'pool1ext.litwareinc.com',
  internal: 'pool1int.litwareinc.com',
});
const STANDARD = standardEdition('atl-cs-001.litwareinc.com', { external: 'atl-ext.litwareinc.com' });
const SIMPLE_URLS = [
  simpleUrl('Dialin', '*', 'https://dialin.litwareinc.com'),
  simpleUrl('Meet', 'litwareinc.com', 'https://meet.litwareinc.com'),
  simpleUrl('Cscp', '*', 'https://admin.litwareinc.com'),
];

const FRONT_END: readonly CertificateUse[] = ['Default', 'WebServicesInternal', 'WebServicesExternal'];
const EXTERNAL_EDGE: readonly CertificateUse[] = ['AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication'];

interface Example {
  readonly example: string;
  readonly frontEnd: PoolDescription;
  readonly computer: string;
  readonly uses: readonly CertificateUse[];
  readonly domainName: string;
  readonly subject: string;
  readonly names: string;
}

const EXAMPLES: readonly Example[] = [
  {
    example: 'example 4, a Standard Edition server',
    frontEnd: STANDARD,
    computer: 'atl-cs-001.litwareinc.com',
    uses: FRONT_END,
    domainName: 'atl-cs-001.litwareinc.com,atl-ext.litwareinc.com',
    subject: 'atl-cs-001.litwareinc.com',
    names:
      'atl-cs-001.litwareinc.com atl-ext.litwareinc.com dialin.litwareinc.com meet.litwareinc.com admin.litwareinc.com LyncdiscoverInternal.litwareinc.com Lyncdiscover.litwareinc.com',
  },
  {
    example: 'example 5, an Enterprise Edition pool',
    frontEnd: ENTERPRISE,
    computer: 'atl-cs-001.litwareinc.com',
    uses: FRONT_END,
    domainName: 'pool1.litwareinc.com,pool1int.litwareinc.com,pool1ext.litwareinc.com',
    subject: 'pool1.litwareinc.com',
    names:
      'pool1.litwareinc.com pool1int.litwareinc.com pool1ext.litwareinc.com atl-cs-001.litwareinc.com dialin.litwareinc.com meet.litwareinc.com admin.litwareinc.com LyncdiscoverInternal.litwareinc.com Lyncdiscover.litwareinc.com',
  },
  {
    example: 'example 6, the internal Edge: a single label as computer, a blank after the comma',
    frontEnd: ENTERPRISE,
    computer: 'atl-edge-001',
    uses: ['Internal'],
    domainName: 'atl-edge-001.litwareinc.com, ap.litwareinc.com',
    subject: 'atl-edge-001.litwareinc.com',
    names: 'atl-edge-001.litwareinc.com ap.litwareinc.com',
  },
  {
    example: 'example 7, the external Edge: a single label among the names',
    frontEnd: ENTERPRISE,
    computer: 'atl-edge-001',
    uses: EXTERNAL_EDGE,
    domainName: 'atl-edge-001.litwareinc.com,ap.litwareinc.com,dp.litwareinc.com,atl-edge-001',
    subject: 'ap.litwareinc.com',
    names: 'atl-edge-001.litwareinc.com ap.litwareinc.com dp.litwareinc.com atl-edge-001',
  },
];

for (const { example, frontEnd, computer, uses, domainName, subject, names } of EXAMPLES)
  test(example, () => {
    const topology = buildTopology({ sipDomains: ['litwareinc.com'], pools: [frontEnd, EDGE] });
    const derived = deriveFor(topology, computer, uses, { domainName, simpleUrls: SIMPLE_URLS });
    assert.equal(derived.subject.name, subject);
    assert.equal(namesOf(derived).join(' '), names);
  });
