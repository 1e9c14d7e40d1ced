import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CERTIFICATE_USES } from '../../../src/domain/certificate-use.ts';
import { deriveNames, type NamingInput } from '../../../src/domain/names/derive-names.ts';
import { machinesOf } from '../../../src/domain/topology/pools.ts';
import { certificateUsesOf } from '../../../src/domain/topology/roles.ts';
import type { Machine, Topology } from '../../../src/domain/topology/topology.ts';
import { arbitraryTopology } from '../../fixtures/topologies/arbitrary-topology.ts';
import { simpleUrl } from '../../fixtures/topologies/derive-for.ts';

const host = fc.constantFrom(
  'dialin.contoso.com',
  'MEET.contoso.com',
  'a.contoso.com',
  'a.Contoso.COM',
  'b.fabrikam.net',
);
const policies = fc.record({
  sipDomainNames: fc.boolean(),
  omitSubjectOnlyNamesOnEdge: fc.boolean(),
  omitSubjectOnlyNamesInternally: fc.boolean(),
  audioVideoEdgeSubject: fc.boolean(),
  externalAsAccessEdge: fc.constant(true),
});

/** Requests that a computer of the topology may make, with the caller's order of types. */
const request: fc.Arbitrary<NamingInput> = arbitraryTopology
  .filter((topology) => certificateHolders(topology).length > 0)
  .chain((topology) =>
    fc.constantFrom(...certificateHolders(topology)).chain((machine) =>
      fc.record({
        topology: fc.constant(topology),
        machine: fc.constant(machine),
        simpleUrls: fc.array(
          host.map((name) => simpleUrl('Meet', '*', `https://${name}/meet`)),
          { maxLength: 4 },
        ),
        uses: fc.shuffledSubarray([...certificateUsesOf(topology, machine)], { minLength: 1 }),
        domainName: fc.option(
          fc.array(host, { maxLength: 3 }).map((names) => names.join(', ')),
          { nil: undefined },
        ),
        allSipDomain: fc.boolean(),
        policies,
      }),
    ),
  );

function certificateHolders(topology: Topology): readonly Machine[] {
  return machinesOf(topology).filter((machine) => certificateUsesOf(topology, machine).length > 0);
}

function names(input: NamingInput): readonly string[] {
  return deriveNames(input).alternativeNames.map(({ name }) => name);
}

test('alternative names never repeat one another in any casing', () => {
  fc.assert(
    fc.property(request, (input) => {
      const lower = names(input).map((name) => name.toLowerCase());
      assert.equal(new Set(lower).size, lower.length);
    }),
  );
});

test("the caller's order of types, and a repeated type, change nothing", () => {
  fc.assert(
    fc.property(request, (input) => {
      const sorted = CERTIFICATE_USES.filter((use) => input.uses.includes(use));
      assert.deepEqual(deriveNames(input), deriveNames({ ...input, uses: [...sorted, ...input.uses] }));
    }),
  );
});

test('where there are alternative names, the subject is one of them', () => {
  fc.assert(
    fc.property(request, (input) => {
      const { subject, alternativeNames } = deriveNames(input);
      const listed = alternativeNames.some(({ name }) => name.toLowerCase() === subject.name.toLowerCase());
      assert.ok(alternativeNames.length === 0 || listed);
    }),
  );
});

test('-AllSipDomain only adds names', () => {
  fc.assert(
    fc.property(request, (input) => {
      const without = names({ ...input, allSipDomain: false });
      const withAll = names({ ...input, allSipDomain: true }).map((name) => name.toLowerCase());
      for (const name of without) assert.ok(withAll.includes(name.toLowerCase()), `${name} went away`);
    }),
  );
});

test('-DomainName entries come first, in their order', () => {
  fc.assert(
    fc.property(request, (input) => {
      const derived = deriveNames(input).alternativeNames;
      const given = derived.filter(({ reason }) => reason === 'given with -DomainName');
      assert.deepEqual(derived.slice(0, given.length), given);
    }),
  );
});

test('every computed name comes with a reason', () => {
  fc.assert(
    fc.property(request, (input) => {
      const { subject, alternativeNames, dropped } = deriveNames(input);
      for (const { reason } of [subject, ...alternativeNames, ...dropped]) assert.match(reason, /\S/);
    }),
  );
});
