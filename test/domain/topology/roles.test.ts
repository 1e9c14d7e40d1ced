import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edgeExternalFqdn, hasXmppProxy } from '../../../src/domain/topology/edge.ts';
import { certificateUsesOf, type MachineRole, rolesOf } from '../../../src/domain/topology/roles.ts';
import type { Pool } from '../../../src/domain/topology/topology.ts';
import { buildTopology, externalPort, type PoolDescription } from '../../fixtures/topologies/build-topology.ts';
import {
  conferencingPool,
  directorPool,
  edgePool,
  enterprisePool,
  mediationPool,
  persistentChatPool,
  sqlServer,
  standardEdition,
  survivableBranch,
  trustedApplicationPool,
} from '../../fixtures/topologies/pools.ts';

const FRONT_END = ['Default', 'WebServicesInternal', 'WebServicesExternal', 'OAuthTokenIssuer'];
const EDGE = ['Internal', 'AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication'];
const EXTERNAL = { access: 'a.contoso.com', webConferencing: 'w.contoso.com', audioVideo: 'v.contoso.com' };

/** What a pool is, which role that makes, which certificates its computers need (domain facts 6.2, 1.3). */
const ROWS: readonly (readonly [string, PoolDescription, readonly MachineRole[], readonly string[]])[] = [
  [
    'one machine of the pool name with the SQL instance rtc',
    standardEdition('se.contoso.com'),
    ['StandardEdition'],
    FRONT_END,
  ],
  [
    'a pool of two Front Ends',
    enterprisePool('p.contoso.com', ['a.contoso.com', 'b.contoso.com']),
    ['EnterpriseEdition'],
    FRONT_END,
  ],
  ['a pool of one Front End', enterprisePool('p.contoso.com', ['a.contoso.com']), ['EnterpriseEdition'], FRONT_END],
  ['a Registrar that is a Director', directorPool('d.contoso.com', ['d1.contoso.com']), ['Director'], FRONT_END],
  ['Registrar and Mediation in a branch', survivableBranch('sba.contoso.com'), ['SurvivableBranch'], ['Default']],
  ['Mediation alone', mediationPool('m.contoso.com', ['m1.contoso.com']), ['Mediation'], ['Default']],
  [
    'an external server',
    trustedApplicationPool('t.contoso.com', ['t1.contoso.com']),
    ['TrustedApplication'],
    ['Default'],
  ],
  [
    'a Persistent Chat server',
    persistentChatPool('c.contoso.com', ['c1.contoso.com']),
    ['PersistentChat'],
    ['Default'],
  ],
  ['A/V Conferencing alone', conferencingPool('v.contoso.com', ['v1.contoso.com']), ['Conferencing'], ['Default']],
  ['an Edge', edgePool('e.contoso.com', ['e1.contoso.com'], EXTERNAL), ['Edge'], EDGE],
  [
    'an Edge with XMPP',
    edgePool('e.contoso.com', ['e1.contoso.com'], { ...EXTERNAL, xmpp: true }),
    ['Edge'],
    [...EDGE, 'XmppServer'],
  ],
  ['a SQL server', sqlServer('sql.contoso.com'), [], []],
  [
    'a Front End that also hosts a trusted application',
    withService(enterprisePool('p.contoso.com', ['a.contoso.com']), 'ExternalServer'),
    ['EnterpriseEdition', 'TrustedApplication'],
    FRONT_END,
  ],
  [
    'role names in another casing',
    { fqdn: 'm.contoso.com', machines: ['m1.contoso.com'], services: [{ role: 'mediationserver' }] },
    ['Mediation'],
    ['Default'],
  ],
];

function withService(pool: PoolDescription, role: string): PoolDescription {
  return { ...pool, services: [...pool.services, { role }] };
}

for (const [what, description, roles, uses] of ROWS)
  test(`${what} is ${roles.join(' and ') || 'no certificate role'}`, () => {
    const topology = buildTopology({ pools: [description] });
    const [pool] = topology.pools;
    const [machine] = pool?.machines ?? [];
    assert.ok(pool !== undefined && machine !== undefined);
    assert.deepEqual(rolesOf(pool), roles);
    assert.deepEqual(certificateUsesOf(topology, machine), uses);
  });

function edgeWith(...ports: readonly ReturnType<typeof externalPort>[]): Pool {
  const description = { fqdn: 'e.contoso.com', machines: [], services: [{ role: 'EdgeServer', ports }] };
  const [pool] = buildTopology({ pools: [description] }).pools;
  assert.ok(pool !== undefined);
  return pool;
}

test('the Access Edge FQDN is that of the client port, else that of the server port', () => {
  const server = externalPort('AccessEdge', 'SipServer', 'server.contoso.com');
  const client = externalPort('AccessEdge', 'SipClient', 'client.contoso.com');
  assert.equal(edgeExternalFqdn(edgeWith(server, client), 'Access Edge'), 'client.contoso.com');
  assert.equal(edgeExternalFqdn(edgeWith(server), 'Access Edge'), 'server.contoso.com');
});

test('an internal port, or one without a name, gives no external FQDN', () => {
  const internal = { ...externalPort('AccessEdge', 'SipServer', 'inside.contoso.com'), side: 'Internal' };
  const nameless = externalPort('MediaRelayEdge', 'TURNServer');
  const named = externalPort('MediaRelayEdge', 'MediaCommunication', 'av.contoso.com');
  assert.equal(edgeExternalFqdn(edgeWith(internal), 'Access Edge'), undefined);
  assert.equal(edgeExternalFqdn(edgeWith(nameless, named), 'A/V Edge'), 'av.contoso.com');
  assert.equal(edgeExternalFqdn(edgeWith(), 'Web Conferencing Edge'), undefined);
});

test('the XMPP gateway is there when its proxy has a server port', () => {
  assert.equal(hasXmppProxy(edgeWith(externalPort('XmppFederationProxy', 'XmppServer'))), true);
  assert.equal(hasXmppProxy(edgeWith(externalPort('XmppFederationProxy', 'XptServer'))), false);
});
