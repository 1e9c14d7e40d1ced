import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTopology } from '../../../src/adapters/topology/open-topology.ts';
import { CommandError } from '../../../src/domain/errors/command-error.ts';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { enterprisePool, sqlServer, survivableBranch } from '../../fixtures/topologies/pools.ts';
import { renderPublished, renderTopologyBuilder } from '../../fixtures/topologies/render-topology.ts';
import { temporaryDocument } from '../../fixtures/topologies/temporary-document.ts';

const TOPOLOGY = buildTopology({
  sites: [
    { id: '1', name: 'Redmond', kind: 'central' },
    { id: '2', name: 'Portland', kind: 'branch' },
  ],
  pools: [
    enterprisePool('pool.contoso.com', ['fe01.contoso.com', 'fe02.contoso.com'], { external: 'ext.contoso.com' }),
    sqlServer('sql.contoso.com'),
    survivableBranch('sba.contoso.com', '2'),
  ],
});
const PUBLISHED = renderPublished(TOPOLOGY);
const BUILDER = renderTopologyBuilder(TOPOLOGY);

/** Replaces one thing; fails where the document does not have it, so that no row tests nothing. */
function change(text: string, from: string, to: string): string {
  assert.ok(text.includes(from), `${from} is not in the document`);
  return text.replace(from, () => to);
}

const published = (from: string, to: string) => change(PUBLISHED, from, to);
const builder = (from: string, to: string) => change(BUILDER, from, to);

/** What is wrong, the document, what the error says. */
const ROWS: readonly (readonly [string, string, RegExp])[] = [
  ['empty', '', /line 1, column 1: the XML is not well-formed \(document must contain a root element\)\.$/],
  ['only white space', ' \n\t', /not well-formed \(document must contain a root element\)/],
  [
    'plain text',
    'Identity : Default',
    /line 1, column 18: the XML is not well-formed \(text data outside of root node\) near "Identity : Default"/,
  ],
  ['JSON', '{"topology": 1}', /not well-formed \(text data outside of root node\)/],
  ['cut off', PUBLISHED.slice(0, 500), /not well-formed \(un(?:closed tag|expected end)\)/],
  [
    'crossed tags',
    published('</Sites>', '</Sytes>'),
    /line 4, column 77: the XML is not well-formed \(unexpected close tag\)/,
  ],
  [
    'a NUL',
    published('Redmond', 'Red\0mond'),
    /line 3, column \d+: the XML is not well-formed \(disallowed character\) near ".*Red\\u\{0\}mond/,
  ],
  [
    'an undefined entity',
    published('Redmond', '&lol;'),
    /line 3, column \d+: the XML is not well-formed \(undefined entity\)/,
  ],
  [
    'an unbound prefix',
    published('<Services>', '<x:Services/><Services>'),
    /not well-formed \(unbound namespace prefix\)/,
  ],
  ['an attribute twice', published('RequiresSetup="true"', 'A="1" A="2"'), /not well-formed \(duplicate attribute\)/],
  ['two roots', `${PUBLISHED}<a/>`, /not well-formed \(documents may contain only one root\)/],
  [
    'a document type',
    `<!DOCTYPE Topology>${PUBLISHED}`,
    /line 1, column 1: a document type declaration is not allowed\.$/,
  ],
  [
    'an external entity',
    `<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]>${published('Redmond', '&x;')}`,
    /document type declaration is not allowed/,
  ],
  [
    'a billion laughs',
    `\n<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${published('Redmond', '&b;')}`,
    /line 2, column 1: a document type declaration/,
  ],
  [
    'another root',
    '<configuration/>',
    /line 1, column 1: the root element is "configuration", and there is no Topology or TopologyBuilder element/,
  ],
  [
    'a root of another namespace',
    '\n <Topology xmlns="urn:other"/>',
    /line 2, column 2: the root element Topology is not of the namespace urn:schema:Microsoft\.Rtc/,
  ],
  ['a second topology', `<all>${PUBLISHED}\n${PUBLISHED}</all>`, /line \d+, column 1: this is a second topology/],
  [
    'nested too deep',
    `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`,
    /line 1, column 769: elements are nested more than 256 deep/,
  ],
  [
    'no SIP domains',
    published('InternalDomains xmlns', 'Other xmlns').replace('</InternalDomains>', '</Other>'),
    /line 1, column 1: the element Topology has no InternalDomains element/,
  ],
  [
    'no default SIP domain',
    published('DefaultDomain="contoso.com"', ''),
    /line 2, column 1: the element InternalDomains has no DefaultDomain/,
  ],
  ['no clusters', published('<Clusters>', '<Other>').replace('</Clusters>', '</Other>'), /has no Clusters element/],
  ['a cluster without a name', published('Fqdn="pool.contoso.com"', 'Fqdn=" "'), /the element Cluster has no Fqdn/],
  [
    'a cluster name with a blank',
    published('Fqdn="pool.contoso.com"', 'Fqdn="pool contoso"'),
    /Fqdn of the element Cluster is "pool contoso", not a host name/,
  ],
  [
    'a name with a line end',
    published('Host="ext.contoso.com"', 'Host="ext&#10;.contoso.com"'),
    /Host of the element ExternalSettings is "ext\\u\{a\}\.contoso\.com", not a host name/,
  ],
  [
    'a host name that is too long',
    published('Fqdn="pool.contoso.com"', `Fqdn="${'a.'.repeat(150)}com"`),
    /is "(?:a\.){19}a…", not a host name/,
  ],
  [
    'a computer without a name in a pool of two',
    published('Fqdn="fe02.contoso.com"', ''),
    /a computer of a cluster of several has no Fqdn/,
  ],
  [
    'a computer twice in its pool',
    published('Fqdn="fe02.contoso.com"', 'Fqdn="FE01.contoso.com"'),
    /the computer "FE01\.contoso\.com" is in its cluster twice/,
  ],
  ['no service version', published('ServiceVersion="6"', ''), /the element Service has no ServiceVersion/],
  [
    'a service version in words',
    published('ServiceVersion="6"', 'ServiceVersion="six"'),
    /ServiceVersion of the element Service is "six", not a number/,
  ],
  ['a site id twice', published('RemoteSite SiteId="2"', 'RemoteSite SiteId="1"'), /the site "1" is there twice/],
  [
    'a cluster id twice',
    published('<ClusterId SiteId="1" Number="2" />', '<ClusterId SiteId="1" Number="1" />'),
    /the cluster or SQL instance "1:1" is there twice/,
  ],
  [
    'a service id twice',
    published('RoleName="ConfServices"', 'RoleName="Registrar"'),
    /the service "1-Registrar-1" is there twice/,
  ],
  [
    'a cluster in no site',
    published('<RemoteSite SiteId="2">', '<RemoteSite SiteId="3">'),
    /the site "2" is referred to but not in the document/,
  ],
  [
    'a service on no cluster',
    published('<InstalledOn><ClusterId SiteId="1" Number="1" />', '<InstalledOn><ClusterId SiteId="1" Number="9" />'),
    /the cluster or SQL instance "1:9" is referred to but not in the document/,
  ],
  [
    'a service on no SQL instance',
    published('<InstalledOn><SqlInstanceId Name="">', '<InstalledOn><SqlInstanceId Name="rtc">'),
    /the cluster or SQL instance "1:2\\rtc" is referred to/,
  ],
  [
    'a dependency on no service',
    published(
      '<DependsOn></DependsOn>',
      '<DependsOn><Dependency><ServiceId SiteId="1" RoleName="Nothing" Instance="1" /></Dependency></DependsOn>',
    ),
    /the service "1-Nothing-1" is referred to but not in the document/,
  ],
  [
    'tbxml: no new topology',
    builder('<PartialTopology', '<Other').replace('</PartialTopology>', '</Other>'),
    /the element NewTopology has no PartialTopology element/,
  ],
  [
    'tbxml: a cluster without an id',
    builder('<Cluster UniqueId="1:1"', '<Cluster'),
    /the element Cluster has no UniqueId/,
  ],
  [
    'tbxml: a cluster id twice',
    builder('<Cluster UniqueId="1:2"', '<Cluster UniqueId="1:1"'),
    /the cluster or SQL instance "1:1" is there twice/,
  ],
  [
    'tbxml: a service on nothing',
    builder('InstalledOn="1:1"', 'InstalledOn="7:7"'),
    /the cluster or SQL instance "7:7" is referred to but not/,
  ],
  [
    'tbxml: a dependency on nothing',
    builder('<DependsOn></DependsOn>', '<DependsOn><Dependency ServiceUniqueId="x" /></DependsOn>'),
    /the service "x" is referred to but not/,
  ],
];

for (const [what, text, message] of ROWS)
  test(`${what}: one error with line and column`, async (context) => {
    const path = await temporaryDocument(context, text);
    await assert.rejects(openTopology(path).load(), (error) => {
      assert.ok(error instanceof CommandError);
      assert.equal(error.code, 'TopologyInvalid');
      assert.match(error.message, message);
      assert.match(error.message, /: line \d+, column \d+: /);
      assert.equal(error.target, path);
      return true;
    });
  });

test('an error quotes at most 40 characters of the file', async (context) => {
  const secret = 'x'.repeat(500);
  for (const text of [
    secret,
    `<${secret}/>`,
    published('Fqdn="pool.contoso.com"', `Fqdn="${secret}"`),
    `<a ${secret}="1" ${secret}="2"/>`,
  ])
    await assert.rejects(openTopology(await temporaryDocument(context, text)).load(), (error) => {
      assert.ok(error instanceof CommandError);
      const longest = Math.max(0, ...[...error.message.matchAll(/x{2,}/g)].map(([run]) => run.length));
      assert.ok(longest <= 40, error.message);
      return true;
    });
});
