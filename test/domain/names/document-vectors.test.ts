import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CertificateUse } from '../../../src/domain/certificate-use.ts';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { deriveFor, type NamesAsked, namesOf, simpleUrl } from '../../fixtures/topologies/derive-for.ts';
import {
  directorPool,
  enterprisePool,
  mediationPool,
  standardEdition,
  survivableBranch,
} from '../../fixtures/topologies/pools.ts';

// The requirement tables of the product's documents (domain facts 5.4), read as section 10 there decides.

const TOPOLOGY = buildTopology({
  sipDomains: ['contoso.com', 'fabrikam.com'],
  pools: [
    standardEdition('se01.contoso.com', { external: 'webcon01.contoso.com' }),
    enterprisePool('eepool.contoso.com', ['ee01.contoso.com'], { external: 'webcon01.contoso.com' }),
    directorPool('dir-pool.contoso.com', ['dir01.contoso.com'], { external: 'directorwebcon01.contoso.com' }),
    mediationPool('medsvr-pool.contoso.net', ['medsvr01.contoso.net']),
    survivableBranch('sba01.contoso.net'),
  ],
});
const SIMPLE_URLS = [
  simpleUrl('Meet', 'contoso.com', 'https://meet.contoso.com'),
  simpleUrl('Meet', 'fabrikam.com', 'https://meet.fabrikam.com'),
  simpleUrl('Dialin', '*', 'https://dialin.contoso.com'),
  simpleUrl('Cscp', '*', 'https://admin.contoso.com'),
];
const MEET_AND_DIALIN = ['meet.contoso.com', 'meet.fabrikam.com', 'dialin.contoso.com'];
const WEB_INTERNAL = [...MEET_AND_DIALIN, 'admin.contoso.com'];
const STRICT = 'sip.contoso.com,sip.fabrikam.com';
const SIP_POLICY: NamesAsked = { policies: { sipDomainNames: true }, allSipDomain: true };

interface Row {
  readonly row: string;
  readonly computer: string;
  readonly use: CertificateUse;
  readonly asked?: NamesAsked;
  readonly subject: string;
  /** The whole list, where the documents give it. */
  readonly exactly?: readonly string[];
  /** Hosts that must be among the names, where the document's list is a requirement. */
  readonly contains?: readonly string[];
}

const ROWS: readonly Row[] = [
  { row: 'D1', computer: 'se01', use: 'Default', subject: 'se01.contoso.com', exactly: ['se01.contoso.com'] },
  {
    row: 'D2',
    computer: 'se01',
    use: 'Default',
    asked: { domainName: STRICT },
    subject: 'se01.contoso.com',
    exactly: ['sip.contoso.com', 'sip.fabrikam.com', 'se01.contoso.com'],
  },
  { row: 'D3', computer: 'se01', use: 'WebServicesInternal', subject: 'se01.contoso.com', contains: WEB_INTERNAL },
  {
    row: 'D4',
    computer: 'se01',
    use: 'WebServicesInternal',
    asked: { domainName: '*.contoso.com' },
    subject: 'se01.contoso.com',
    contains: ['se01.contoso.com', '*.contoso.com'],
  },
  {
    row: 'D5',
    computer: 'se01',
    use: 'WebServicesExternal',
    subject: 'se01.contoso.com',
    contains: ['webcon01.contoso.com', ...MEET_AND_DIALIN],
  },
  {
    row: 'D6',
    computer: 'ee01',
    use: 'Default',
    subject: 'eepool.contoso.com',
    exactly: ['eepool.contoso.com', 'ee01.contoso.com'],
  },
  { row: 'D7', computer: 'ee01', use: 'WebServicesInternal', subject: 'eepool.contoso.com', contains: WEB_INTERNAL },
  {
    row: 'D8',
    computer: 'ee01',
    use: 'WebServicesExternal',
    subject: 'eepool.contoso.com',
    contains: ['webcon01.contoso.com', ...MEET_AND_DIALIN],
  },
  {
    row: 'D9',
    computer: 'dir01',
    use: 'Default',
    subject: 'dir-pool.contoso.com',
    exactly: ['dir-pool.contoso.com', 'dir01.contoso.com'],
  },
  {
    row: 'D10',
    computer: 'dir01',
    use: 'WebServicesInternal',
    subject: 'dir-pool.contoso.com',
    contains: WEB_INTERNAL,
  },
  {
    row: 'D11',
    computer: 'dir01',
    use: 'WebServicesExternal',
    subject: 'dir-pool.contoso.com',
    contains: ['directorwebcon01.contoso.com', ...MEET_AND_DIALIN],
  },
  {
    row: 'D12',
    computer: 'medsvr01',
    use: 'Default',
    subject: 'medsvr-pool.contoso.net',
    exactly: ['medsvr-pool.contoso.net', 'medsvr01.contoso.net'],
  },
  {
    row: 'D13',
    computer: 'sba01',
    use: 'Default',
    asked: SIP_POLICY,
    subject: 'sba01.contoso.net',
    contains: ['sip.contoso.com', 'sip.fabrikam.com'],
  },
];

for (const { row, computer, use, asked, subject, exactly, contains } of ROWS)
  test(`${row}: ${use} of ${computer}`, () => {
    const derived = deriveFor(TOPOLOGY, computer, [use], { simpleUrls: SIMPLE_URLS, ...asked });
    assert.equal(derived.subject.name, subject);
    if (exactly !== undefined) assert.deepEqual(namesOf(derived), exactly);
    for (const host of contains ?? []) assert.ok(namesOf(derived).includes(host), `${host} is missing`);
  });
