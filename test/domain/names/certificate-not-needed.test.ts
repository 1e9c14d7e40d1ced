import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CERTIFICATE_USES, type CertificateUse } from '../../../src/domain/certificate-use.ts';
import { CommandError } from '../../../src/domain/errors/command-error.ts';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { deriveFor } from '../../fixtures/topologies/derive-for.ts';
import { edgePool, enterprisePool, mediationPool, sqlServer } from '../../fixtures/topologies/pools.ts';

const EXTERNAL = { access: 'access.contoso.com', webConferencing: 'webcon.contoso.com', audioVideo: 'av.contoso.com' };
const TOPOLOGY = buildTopology({
  pools: [
    enterprisePool('pool.contoso.com', ['fe01.contoso.com']),
    mediationPool('med.contoso.com', ['med01.contoso.com']),
    edgePool('edge.contoso.com', ['edge01.contoso.com'], EXTERNAL),
    edgePool('xmpp.contoso.com', ['xmpp01.contoso.com'], { ...EXTERNAL, xmpp: true }),
    sqlServer('sql01.contoso.com'),
  ],
});

/** Every use that some request for the computer can be made for. */
function accepted(computer: string): readonly CertificateUse[] {
  return CERTIFICATE_USES.filter((use) => {
    try {
      deriveFor(TOPOLOGY, computer, [use]);
      return true;
    } catch (error) {
      assert.ok(error instanceof CommandError && error.code === 'CertificateNotNeeded');
      return false;
    }
  });
}

const EDGE = ['Internal', 'AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication'];
const NEEDED: readonly (readonly [string, readonly string[]])[] = [
  ['fe01', ['Default', 'WebServicesInternal', 'WebServicesExternal', 'OAuthTokenIssuer']],
  ['med01', ['Default']],
  ['edge01', [...EDGE, 'External']],
  ['xmpp01', [...EDGE, 'XmppServer', 'External']],
  ['sql01', []],
];

for (const [computer, uses] of NEEDED)
  test(`${computer} accepts ${uses.length === 0 ? 'no type' : uses.join(', ')}, and refuses every other type`, () => {
    assert.deepEqual(accepted(computer), uses);
  });

test('the error begins with the words scripts look for; the second sentence, up to the next full stop, says what the computer needs', () => {
  assert.throws(() => deriveFor(TOPOLOGY, 'fe01', ['Default', 'Internal', 'AccessEdgeExternal', 'Internal']), {
    code: 'CertificateNotNeeded',
    exceptionType: 'System.InvalidOperationException',
    target: 'fe01.contoso.com',
    message:
      'The computer does not need a certificate for the type "Internal,AccessEdgeExternal". Its roles need the types Default, WebServicesInternal, WebServicesExternal, OAuthTokenIssuer. In the topology it is "fe01.contoso.com".',
  });
});

test('a computer without a certificate role says so', () => {
  assert.throws(() => deriveFor(TOPOLOGY, 'sql01', ['Default']), {
    message:
      'The computer does not need a certificate for the type "Default". None of its roles needs a certificate. In the topology it is "sql01.contoso.com".',
  });
});

test('an Edge without the external FQDN that would be the subject is one error that names the type', () => {
  const services = [{ role: 'EdgeServer' }];
  const topology = buildTopology({ pools: [{ fqdn: 'edge.contoso.com', machines: ['e1.contoso.com'], services }] });
  assert.throws(() => deriveFor(topology, 'e1', ['DataEdgeExternal', 'AudioVideoAuthentication']), {
    code: 'EdgeFqdnMissing',
    message:
      /^The topology gives the Edge pool "edge\.contoso\.com" no external FQDN for the type "DataEdgeExternal"\./,
  });
});
