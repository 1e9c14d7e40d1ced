import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CertificateUse } from '../../../src/domain/certificate-use.ts';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { deriveFor, type NamesAsked, namesOf, simpleUrl } from '../../fixtures/topologies/derive-for.ts';
import {
  conferencingPool,
  directorPool,
  edgePool,
  enterprisePool,
  mediationPool,
  persistentChatPool,
  standardEdition,
  survivableBranch,
  trustedApplicationPool,
} from '../../fixtures/topologies/pools.ts';

// One line for every row of the role-by-type table (domain facts 5.2) that no public sample shows.

const TOPOLOGY = buildTopology({
  sipDomains: ['contoso.com', 'fabrikam.com'],
  sites: [
    { id: '1', name: 'Redmond', kind: 'central' },
    { id: '2', name: 'Portland', kind: 'branch' },
  ],
  pools: [
    standardEdition('se01.contoso.com', { external: 'seext.contoso.com' }),
    enterprisePool('pool.contoso.com', ['fe01.contoso.com', 'fe02.contoso.com'], {
      external: 'ext.contoso.com',
      internal: 'int.contoso.com',
    }),
    directorPool('dir.contoso.com', ['dir01.contoso.com', 'dir02.contoso.com'], { external: 'dirext.contoso.com' }),
    survivableBranch('sba01.contoso.com', '2'),
    mediationPool('med.contoso.com', ['med01.contoso.com', 'med02.contoso.com']),
    mediationPool('med-alone.contoso.com', ['med-alone.contoso.com']),
    trustedApplicationPool('apps.contoso.com', ['app01.contoso.com', 'app02.contoso.com']),
    persistentChatPool('chat.contoso.com', ['chat01.contoso.com']),
    conferencingPool('av.contoso.com', ['av01.contoso.com']),
    edgePool('edge.contoso.com', ['edge01.contoso.com', 'edge02.contoso.com'], {
      access: 'access.contoso.com',
      webConferencing: 'webcon.contoso.com',
      audioVideo: 'avedge.contoso.com',
      xmpp: true,
    }),
  ],
});
const SIMPLE_URLS = [
  simpleUrl('Dialin', '*', 'https://dialin.contoso.com'),
  simpleUrl('Meet', 'contoso.com', 'https://lync.contoso.com/Meet'),
  simpleUrl('Meet', 'fabrikam.com', 'https://lync.contoso.com/fabrikam/Meet'),
  simpleUrl('Cscp', '*', 'https://Admin.contoso.com/Cscp'),
];
const URLS = 'dialin.contoso.com lync.contoso.com Admin.contoso.com';
const DISCOVER = { internal: 'LyncdiscoverInternal.contoso.com', external: 'Lyncdiscover.contoso.com' };

/** Computer, types, subject, alternative names separated by blanks, what else the command line says. */
type Row = readonly [string, readonly CertificateUse[], string, string, NamesAsked?];

const WEB = ['WebServicesInternal', 'WebServicesExternal'] as const;
const EXTERNAL_EDGE = ['AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication'] as const;
const ALL: NamesAsked = { allSipDomain: true };
const ALL_INTERNAL = `${DISCOVER.internal} LyncdiscoverInternal.fabrikam.com`;
const ALL_EXTERNAL = `${DISCOVER.external} Lyncdiscover.fabrikam.com`;

const ROWS: readonly Row[] = [
  ['se01', ['Default'], 'se01.contoso.com', 'se01.contoso.com'],
  ['se01', ['WebServicesInternal'], 'se01.contoso.com', `se01.contoso.com ${URLS} ${DISCOVER.internal}`],
  [
    'se01',
    ['WebServicesExternal'],
    'se01.contoso.com',
    `se01.contoso.com seext.contoso.com ${URLS} ${DISCOVER.external}`,
  ],
  ['fe02', ['Default'], 'pool.contoso.com', 'pool.contoso.com fe02.contoso.com'],
  [
    'fe01',
    ['WebServicesInternal'],
    'pool.contoso.com',
    `pool.contoso.com fe01.contoso.com int.contoso.com ${URLS} ${DISCOVER.internal}`,
  ],
  [
    'fe01',
    ['WebServicesExternal'],
    'pool.contoso.com',
    `pool.contoso.com ext.contoso.com ${URLS} ${DISCOVER.external}`,
  ],
  [
    'fe01',
    WEB,
    'pool.contoso.com',
    `pool.contoso.com fe01.contoso.com int.contoso.com ${URLS} ${DISCOVER.internal} ext.contoso.com ${DISCOVER.external}`,
  ],
  [
    'fe01',
    WEB,
    'pool.contoso.com',
    `pool.contoso.com fe01.contoso.com int.contoso.com ${URLS} ${ALL_INTERNAL} ext.contoso.com ${ALL_EXTERNAL}`,
    ALL,
  ],
  ['fe01', ['OAuthTokenIssuer'], 'contoso.com', ''],
  ['fe01', ['OAuthTokenIssuer'], 'contoso.com', 'contoso.com fabrikam.com', ALL],
  ['fe01', ['OAuthTokenIssuer', 'Default'], 'pool.contoso.com', 'pool.contoso.com fe01.contoso.com contoso.com'],
  ['dir02', ['Default'], 'dir.contoso.com', 'dir.contoso.com dir02.contoso.com'],
  [
    'dir01',
    ['WebServicesExternal'],
    'dir.contoso.com',
    `dir.contoso.com dirext.contoso.com ${URLS} ${DISCOVER.external}`,
  ],
  ['dir01', ['OAuthTokenIssuer'], 'contoso.com', ''],
  ['sba01', ['Default'], 'sba01.contoso.com', 'sba01.contoso.com'],
  ['med02', ['Default'], 'med.contoso.com', 'med.contoso.com med02.contoso.com'],
  ['med-alone', ['Default'], 'med-alone.contoso.com', 'med-alone.contoso.com'],
  ['app02', ['Default'], 'apps.contoso.com', 'apps.contoso.com app02.contoso.com'],
  ['chat01', ['Default'], 'chat.contoso.com', 'chat.contoso.com chat01.contoso.com'],
  ['av01', ['Default'], 'av.contoso.com', 'av.contoso.com av01.contoso.com'],
  ['edge02', ['Internal'], 'edge.contoso.com', ''],
  ['edge01', ['AccessEdgeExternal'], 'access.contoso.com', ''],
  ['edge01', ['DataEdgeExternal'], 'webcon.contoso.com', ''],
  ['edge01', ['AudioVideoAuthentication'], 'edge.contoso.com', ''],
  ['edge01', EXTERNAL_EDGE, 'access.contoso.com', 'access.contoso.com webcon.contoso.com'],
  ['edge01', EXTERNAL_EDGE, 'access.contoso.com', 'access.contoso.com webcon.contoso.com', ALL],
  ['edge01', ['XmppServer'], 'access.contoso.com', 'access.contoso.com contoso.com'],
  ['edge01', ['XmppServer'], 'access.contoso.com', 'access.contoso.com contoso.com fabrikam.com', ALL],
  [
    'edge01',
    [...EXTERNAL_EDGE, 'XmppServer'],
    'access.contoso.com',
    'access.contoso.com webcon.contoso.com contoso.com',
  ],
  ['edge01', ['External'], 'access.contoso.com', ''],
];

for (const [computer, uses, subject, names, asked] of ROWS)
  test(`${computer}: ${uses.join(',')}${asked === ALL ? ' -AllSipDomain' : ''}`, () => {
    const derived = deriveFor(TOPOLOGY, computer, uses, { simpleUrls: SIMPLE_URLS, ...asked });
    assert.equal(derived.subject.name, subject);
    assert.equal(namesOf(derived).join(' '), names);
  });
