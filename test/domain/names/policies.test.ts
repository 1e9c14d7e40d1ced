import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CertificateUse, parseCertificateUse } from '../../../src/domain/certificate-use.ts';
import { DEFAULT_POLICIES, type Policies } from '../../../src/domain/policies.ts';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { deriveFor, namesOf } from '../../fixtures/topologies/derive-for.ts';
import { directorPool, edgePool, enterprisePool, mediationPool } from '../../fixtures/topologies/pools.ts';

// Each switch of `policies`, off and on (domain facts 10).

const TOPOLOGY = buildTopology({
  sipDomains: ['contoso.com', 'fabrikam.com'],
  pools: [
    enterprisePool('pool.contoso.com', ['fe01.contoso.com']),
    directorPool('dir01.contoso.com', ['dir01.contoso.com']),
    mediationPool('med01.contoso.com', ['med01.contoso.com']),
    edgePool('edge.contoso.com', ['edge01.contoso.com'], {
      access: 'access.contoso.com',
      webConferencing: 'webcon.contoso.com',
      audioVideo: 'avedge.contoso.com',
    }),
  ],
});
const EDGE = 'AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication';

interface Row {
  readonly policy: keyof Policies;
  readonly computer: string;
  readonly types: string;
  readonly allSipDomain?: boolean;
  /** Subject, then the alternative names, with the policy off and on. */
  readonly off: string;
  readonly on: string;
}

const ROWS: readonly Row[] = [
  {
    policy: 'sipDomainNames',
    computer: 'fe01',
    types: 'Default',
    off: 'pool.contoso.com: pool.contoso.com fe01.contoso.com',
    on: 'pool.contoso.com: pool.contoso.com fe01.contoso.com sip.contoso.com',
  },
  {
    policy: 'sipDomainNames',
    computer: 'fe01',
    types: 'Default',
    allSipDomain: true,
    off: 'pool.contoso.com: pool.contoso.com fe01.contoso.com',
    on: 'pool.contoso.com: pool.contoso.com fe01.contoso.com sip.contoso.com sip.fabrikam.com',
  },
  {
    policy: 'sipDomainNames',
    computer: 'edge01',
    types: EDGE,
    allSipDomain: true,
    off: 'access.contoso.com: access.contoso.com webcon.contoso.com',
    on: 'access.contoso.com: access.contoso.com webcon.contoso.com sip.contoso.com sip.fabrikam.com',
  },
  {
    policy: 'sipDomainNames',
    computer: 'med01',
    types: 'Default',
    off: 'med01.contoso.com: med01.contoso.com',
    on: 'med01.contoso.com: med01.contoso.com',
  },
  {
    policy: 'omitSubjectOnlyNamesOnEdge',
    computer: 'edge01',
    types: 'Internal',
    off: 'edge.contoso.com: edge.contoso.com',
    on: 'edge.contoso.com: ',
  },
  {
    policy: 'omitSubjectOnlyNamesOnEdge',
    computer: 'fe01',
    types: 'OAuthTokenIssuer',
    off: 'contoso.com: contoso.com',
    on: 'contoso.com: ',
  },
  {
    policy: 'omitSubjectOnlyNamesOnEdge',
    computer: 'med01',
    types: 'Default',
    off: 'med01.contoso.com: med01.contoso.com',
    on: 'med01.contoso.com: med01.contoso.com',
  },
  {
    policy: 'omitSubjectOnlyNamesInternally',
    computer: 'med01',
    types: 'Default',
    off: 'med01.contoso.com: med01.contoso.com',
    on: 'med01.contoso.com: ',
  },
  {
    policy: 'omitSubjectOnlyNamesInternally',
    computer: 'dir01',
    types: 'Default',
    off: 'dir01.contoso.com: dir01.contoso.com',
    on: 'dir01.contoso.com: ',
  },
  {
    policy: 'omitSubjectOnlyNamesInternally',
    computer: 'fe01',
    types: 'Default',
    off: 'pool.contoso.com: pool.contoso.com fe01.contoso.com',
    on: 'pool.contoso.com: pool.contoso.com fe01.contoso.com',
  },
  {
    policy: 'audioVideoEdgeSubject',
    computer: 'edge01',
    types: 'AudioVideoAuthentication',
    off: 'edge.contoso.com: ',
    on: 'avedge.contoso.com: ',
  },
  {
    policy: 'audioVideoEdgeSubject',
    computer: 'edge01',
    types: EDGE,
    off: 'access.contoso.com: access.contoso.com webcon.contoso.com',
    on: 'access.contoso.com: access.contoso.com webcon.contoso.com',
  },
];

function usesOf(types: string): readonly CertificateUse[] {
  return types.split(',').flatMap((type) => parseCertificateUse(type) ?? []);
}

for (const { policy, computer, types, allSipDomain = false, off, on } of ROWS)
  for (const [value, expected] of [[false, off] as const, [true, on] as const])
    test(`${policy} ${value}: ${types} of ${computer}${allSipDomain ? ' -AllSipDomain' : ''}`, () => {
      const asked = { allSipDomain, policies: { [policy]: value } };
      const derived = deriveFor(TOPOLOGY, computer, usesOf(types), asked);
      assert.equal(`${derived.subject.name}: ${namesOf(derived).join(' ')}`, expected);
    });

test('externalAsAccessEdge true: External on an Edge has the names of AccessEdgeExternal', () => {
  const names = deriveFor(TOPOLOGY, 'edge01', ['External'], { policies: { externalAsAccessEdge: true } });
  assert.equal(names.subject.name, 'access.contoso.com');
});

test('externalAsAccessEdge false: an Edge does not need External', () => {
  const refused = () => deriveFor(TOPOLOGY, 'edge01', ['External'], { policies: { externalAsAccessEdge: false } });
  assert.throws(refused, { code: 'CertificateNotNeeded' });
});

test('the tested switches are all there are', () => {
  const tested = new Set([...ROWS.map(({ policy }) => policy), 'externalAsAccessEdge']);
  assert.deepEqual([...tested].sort(), Object.keys(DEFAULT_POLICIES).sort());
});
