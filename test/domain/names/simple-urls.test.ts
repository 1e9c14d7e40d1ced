import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SimpleUrl } from '../../../src/domain/topology/simple-urls.ts';
import { hostOfSimpleUrl, simpleUrlsOfSite } from '../../../src/domain/topology/simple-urls.ts';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { deriveFor, namesOf, simpleUrl } from '../../fixtures/topologies/derive-for.ts';
import { edgePool, enterprisePool } from '../../fixtures/topologies/pools.ts';

const HOSTS: readonly (readonly [string, string | undefined])[] = [
  ['https://dialin.contoso.com', 'dialin.contoso.com'],
  ['https://lync.contoso.com/Meet', 'lync.contoso.com'],
  ['HTTPS://Lync.Contoso.com:443/Meet', 'Lync.Contoso.com'],
  ['http://meet.contoso.com?x', 'meet.contoso.com'],
  [' https://meet.contoso.com ', 'meet.contoso.com'],
  ['https://bücher.example/', 'bücher.example'],
  ['https://user@meet.contoso.com', undefined],
  ['https://[::1]/', undefined],
  ['https:///meet', undefined],
  ['meet.contoso.com', undefined],
  ['ftp://meet.contoso.com', undefined],
  ['', undefined],
];

for (const [url, host] of HOSTS)
  test(`the host of "${url}" is ${host ?? 'none'}`, () => assert.equal(hostOfSimpleUrl(url), host));

const REDMOND = { id: '1', name: 'Redmond', kind: 'central' } as const;
const PORTLAND = { id: '2', name: 'Portland', kind: 'central' } as const;
const SCOPED: readonly SimpleUrl[] = [
  { component: 'Dialin', domain: '*', activeUrl: 'https://dialin.contoso.com', scope: 'global' },
  { component: 'Dialin', domain: '*', activeUrl: 'https://dialin-rd.contoso.com', scope: 'site:redmond' },
  { component: 'Meet', domain: 'contoso.com', activeUrl: 'https://meet.contoso.com', scope: 'global' },
  { component: 'Meet', domain: 'contoso.com', activeUrl: 'https://meet-rd.contoso.com', scope: 'Site:1' },
];

function activeUrls(urls: readonly SimpleUrl[]): readonly string[] {
  return urls.map(({ activeUrl }) => activeUrl);
}

test("a site's own collection, by name or id, replaces the global one for its pools", () => {
  const urls = activeUrls(simpleUrlsOfSite(SCOPED, REDMOND));
  assert.deepEqual(urls, ['https://dialin-rd.contoso.com', 'https://meet-rd.contoso.com']);
});

test('a site without a collection, and a pool without a site, have the global one', () => {
  const global = ['https://dialin.contoso.com', 'https://meet.contoso.com'];
  assert.deepEqual(activeUrls(simpleUrlsOfSite(SCOPED, PORTLAND)), global);
  assert.deepEqual(activeUrls(simpleUrlsOfSite(SCOPED, undefined)), global);
});

const TOPOLOGY = buildTopology({
  sites: [REDMOND, PORTLAND],
  pools: [
    { ...enterprisePool('rd.contoso.com', ['rd01.contoso.com']), site: '1' },
    { ...enterprisePool('pd.contoso.com', ['pd01.contoso.com']), site: '2' },
    edgePool('edge.contoso.com', ['edge01.contoso.com'], {
      access: 'access.contoso.com',
      webConferencing: 'webcon.contoso.com',
      audioVideo: 'av.contoso.com',
    }),
  ],
});

test('a request has the simple URLs of its own site', () => {
  const names = (computer: string) =>
    namesOf(deriveFor(TOPOLOGY, computer, ['WebServicesInternal'], { simpleUrls: SCOPED })).slice(2, 4);
  assert.deepEqual(names('rd01'), ['dialin-rd.contoso.com', 'meet-rd.contoso.com']);
  assert.deepEqual(names('pd01'), ['dialin.contoso.com', 'meet.contoso.com']);
});

test('names keep the stored order of the simple URLs', () => {
  const urls = ['c', 'a', 'b'].map((host) => simpleUrl('Meet', `${host}.com`, `https://${host}.contoso.com`));
  const derived = deriveFor(TOPOLOGY, 'pd01', ['WebServicesExternal'], { simpleUrls: urls });
  assert.deepEqual(namesOf(derived).slice(1, 4), ['c.contoso.com', 'a.contoso.com', 'b.contoso.com']);
});

const MISSING = [
  {
    what: 'unknown, web services asked for',
    uses: ['Default', 'WebServicesExternal'],
    simpleUrls: undefined,
    missing: true,
  },
  { what: 'known to be none', uses: ['WebServicesInternal'], simpleUrls: [], missing: false },
  {
    what: 'unknown, no web services asked for',
    uses: ['Default', 'OAuthTokenIssuer'],
    simpleUrls: undefined,
    missing: false,
  },
] as const;

for (const { what, uses, simpleUrls, missing } of MISSING)
  test(`simple URLs ${what}: ${missing ? 'reported as missing' : 'nothing is missing'}`, () => {
    assert.equal(deriveFor(TOPOLOGY, 'pd01', uses, { simpleUrls }).missingSimpleUrls, missing);
  });

test('unknown simple URLs are not missed on an Edge', () => {
  assert.equal(deriveFor(TOPOLOGY, 'edge01', ['Internal'], { simpleUrls: undefined }).missingSimpleUrls, false);
});

test('a simple URL that is no address is one error that names it', () => {
  const simpleUrls = [simpleUrl('Meet', 'contoso.com', 'meet.contoso.com')];
  assert.throws(() => deriveFor(TOPOLOGY, 'pd01', ['WebServicesInternal'], { simpleUrls }), {
    code: 'SimpleUrlInvalid',
    message: /^The simple URL "meet\.contoso\.com" of the component "Meet"/,
  });
});
