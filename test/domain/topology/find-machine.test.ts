import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMachine } from '../../../src/domain/topology/find-machine.ts';
import { buildTopology } from '../../fixtures/topologies/build-topology.ts';
import { edgePool, enterprisePool, mediationPool, sqlServer } from '../../fixtures/topologies/pools.ts';

const EXTERNAL = { access: 'access.contoso.com', webConferencing: 'webcon.contoso.com', audioVideo: 'av.contoso.com' };
const TOPOLOGY = buildTopology({
  pools: [
    sqlServer('shared.contoso.com'),
    enterprisePool('pool.contoso.com', ['FE01.contoso.com', 'fe02.contoso.com']),
    enterprisePool('pool.fabrikam.com', ['fe02.fabrikam.com']),
    edgePool('edge.contoso.com', ['edge'], EXTERNAL),
    mediationPool('med.contoso.com', ['shared.contoso.com']),
  ],
});

const FOUND: readonly (readonly [string, string, string])[] = [
  ['its FQDN', 'FE01.contoso.com', 'FE01.contoso.com'],
  ['its FQDN in another casing', 'fe01.CONTOSO.com', 'FE01.contoso.com'],
  ['its FQDN with the dot of the root', 'fe02.fabrikam.com.', 'fe02.fabrikam.com'],
  ['a single label that one computer has', 'fe01', 'FE01.contoso.com'],
  ['a single label that is its whole name', 'EDGE', 'edge'],
];

for (const [how, given, fqdn] of FOUND)
  test(`a computer is found by ${how}: ${given}`, () => assert.equal(findMachine(TOPOLOGY, given).fqdn, fqdn));

test('of two pools that list one host, the one that needs a certificate has the computer', () => {
  const machine = findMachine(TOPOLOGY, 'shared.contoso.com');
  assert.equal(TOPOLOGY.pools.find(({ id }) => id === machine.poolId)?.fqdn, 'med.contoso.com');
});

test('a single label that several computers have is one error that lists them', () => {
  assert.throws(() => findMachine(TOPOLOGY, 'fe02'), {
    code: 'ComputerAmbiguous',
    message:
      'The computer name "fe02" stands for several computers of the topology: fe02.contoso.com, fe02.fabrikam.com. Specify the fully qualified domain name (FQDN).',
  });
});

for (const unknown of ['nobody.contoso.com', 'nobody', 'fe01.contoso', 'contoso.com', ''])
  test(`"${unknown}" is not in the topology: the error lists the computers that are`, () => {
    assert.throws(() => findMachine(TOPOLOGY, unknown), {
      code: 'ComputerNotFound',
      exceptionType: 'System.ArgumentException',
      message: `The computer "${unknown}" is not in the topology. The topology has these computers: shared.contoso.com, FE01.contoso.com, fe02.contoso.com, fe02.fabrikam.com, edge, shared.contoso.com.`,
    });
  });

test('the name of a pool is no computer: the error lists its computers', () => {
  assert.throws(() => findMachine(TOPOLOGY, 'POOL.contoso.com'), {
    code: 'ComputerNotFound',
    message:
      '"POOL.contoso.com" is a pool, not a computer. Specify one of its computers: FE01.contoso.com, fe02.contoso.com.',
  });
});

test('of many computers the error lists twenty, and how many more there are', () => {
  const machines = Array.from({ length: 25 }, (_, index) => `fe${index + 1}.contoso.com`);
  const topology = buildTopology({ pools: [enterprisePool('pool.contoso.com', machines)] });
  assert.throws(() => findMachine(topology, 'x'), { message: /fe20\.contoso\.com and 5 more\.$/ });
});

test('a topology without computers says so', () => {
  assert.throws(() => findMachine(buildTopology({ pools: [] }), 'fe01'), {
    message: /The topology has no computers\.$/,
  });
});

test('what the caller typed is shown safely', () => {
  assert.throws(() => findMachine(TOPOLOGY, 'a\u202eb\n'), { message: /^The computer "a\\u\{202e\}b\\u\{a\}" is not/ });
});
