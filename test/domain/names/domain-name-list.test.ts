import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitDomainNames } from '../../../src/domain/names/domain-name-list.ts';

interface Row {
  readonly list: string | undefined;
  readonly names: readonly string[];
  readonly repeated?: readonly string[];
}

const ROWS: readonly Row[] = [
  { list: undefined, names: [] },
  { list: '', names: [] },
  { list: '  ', names: [] },
  { list: ' , ,', names: [] },
  { list: 'a.com', names: ['a.com'] },
  { list: 'a.com, b.com,c.com', names: ['a.com', 'b.com', 'c.com'] },
  { list: ' a.com ,\tb.com ', names: ['a.com', 'b.com'] },
  { list: 'a.com,,b.com,', names: ['a.com', 'b.com'] },
  { list: 'A.com,a.com,b.com,a.COM', names: ['A.com', 'b.com'], repeated: ['a.com', 'a.COM'] },
  { list: '*.contoso.com,atl-edge-001', names: ['*.contoso.com', 'atl-edge-001'] },
  { list: 'a.com;b.com', names: ['a.com;b.com'] },
];

for (const { list, names, repeated = [] } of ROWS)
  test(`-DomainName ${list === undefined ? 'absent' : JSON.stringify(list)} is ${JSON.stringify(names)}`, () => {
    assert.deepEqual(splitDomainNames(list), { names, repeated });
  });

const entry = fc.oneof(fc.domain(), fc.string({ unit: fc.constantFrom('a', 'B', '.', '*', '-', ' ', 'é', '\t') }));

test('whatever the list: no blanks around names, no empty ones, no repetition in any casing, order and casing kept', () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const { names, repeated } = splitDomainNames(entries.join(','));
      const given = entries.flatMap((text) => text.split(',')).map((text) => text.trim());
      const lower = names.map((name) => name.toLowerCase());
      assert.equal(new Set(lower).size, names.length);
      assert.deepEqual(
        names,
        given.filter(
          (name, index) =>
            name !== '' && given.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index,
        ),
      );
      assert.equal(names.length + repeated.length, given.filter((name) => name !== '').length);
    }),
  );
});

test('splitting what was split changes nothing', () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const { names } = splitDomainNames(entries.join(','));
      assert.deepEqual(splitDomainNames(names.join(', ')), { names, repeated: [] });
    }),
  );
});
