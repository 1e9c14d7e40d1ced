import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProductObject, ProductProperties } from '../../src/domain/product-object.ts';
import { asciiJson } from '../../src/rpc/ascii-json.ts';
import { objectParts, textParts } from '../../src/rpc/object-parts.ts';

function object(text: string, properties: () => ProductProperties): ProductObject {
  return { typeNames: [`Type.Of.${text}`], text, properties };
}

describe('an object on the line', () => {
  it('is a table: what it holds stands there as it is, what it refers to by number', () => {
    const inner = object('inner', () => ({ Number: 5 }));
    const outer = object('outer', () => ({ Texts: ['a', 'b'], Flag: true, None: null, Inner: inner, List: [inner] }));
    assert.deepEqual(
      [...objectParts(outer)],
      [
        {
          objects: [
            {
              typeNames: ['Type.Of.outer'],
              text: 'outer',
              properties: { Texts: ['a', 'b'], Flag: true, None: null, Inner: { object: 1 }, List: [{ object: 1 }] },
            },
            { typeNames: ['Type.Of.inner'], text: 'inner', properties: { Number: 5 } },
          ],
          complete: true,
        },
      ],
    );
  });

  it('may refer back to itself', () => {
    const pool: ProductObject = object('pool', () => ({ Machine: machine }));
    const machine: ProductObject = object('machine', () => ({ Pool: pool }));
    const [part] = [...objectParts(pool)];
    assert.deepEqual(
      part?.objects.map(({ properties }) => properties),
      [{ Machine: { object: 1 } }, { Pool: { object: 0 } }],
    );
  });

  it('goes out in as many parts as it needs to fit a line, in the order of the numbers', () => {
    const long = '\u00fc'.repeat(100_000);
    const leaves = Array.from({ length: 20 }, (_, at) => object(`leaf ${at}`, () => ({ Text: long })));
    const parts = [...objectParts(object('root', () => ({ Leaves: leaves })))];
    assert.ok(parts.length > 1);
    assert.deepEqual(
      parts.map(({ complete }) => complete),
      parts.map((_, at) => at === parts.length - 1),
    );
    assert.ok(parts.every((part) => asciiJson({ properties: part }).length < 4 * 1024 * 1024 - 1000));
    const texts = parts.flatMap(({ objects }) => objects.map(({ text }) => text));
    assert.deepEqual(texts, ['root', ...leaves.map(({ text }) => text)]);
  });
});

describe('a long text on the line', () => {
  it('is one part where it fits', () => {
    assert.deepEqual([...textParts('<a />')], [{ text: '<a />', complete: true }]);
    assert.deepEqual([...textParts('')], [{ text: '', complete: true }]);
  });

  it('goes out in parts that fit a line and keep characters whole', () => {
    for (const text of ['\u{1f512}'.repeat(1_000_000), `x${'\u{1f512}'.repeat(1_000_000)}`]) {
      const parts = [...textParts(text)];
      assert.ok(parts.length > 2);
      assert.equal(parts.map((part) => part.text).join(''), text);
      assert.ok(parts.every((part) => part.text.isWellFormed()));
      assert.ok(parts.every((part) => asciiJson({ properties: part }).length < 4 * 1024 * 1024 - 1000));
      assert.deepEqual(
        parts.map(({ complete }) => complete),
        parts.map((_, at) => at === parts.length - 1),
      );
    }
  });
});
