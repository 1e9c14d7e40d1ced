import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { moduleStub } from '../../../src/domain/windows/module-stub.ts';
import { manifestPath, PRODUCT_MODULES } from '../../../src/domain/windows/product-modules.ts';

const MODULES = resolve(import.meta.dirname, '../../../psmodule');

/** The texts of a key of a manifest. */
function textsOf(manifest: string, key: string): readonly string[] {
  const value = new RegExp(`^ *${key} = (?:@\\(([^)]*)\\)|('[^']*'))`, 'm').exec(manifest);
  return [...(value?.[1] ?? value?.[2] ?? '').matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) => text);
}

const FILES = ['NestedModules', 'FormatsToProcess', 'TypesToProcess'];
const SAME = ['GUID', 'PowerShellVersion', 'CompatiblePSEditions', 'ModuleVersion'];

describe('the manifest under a path of the product', () => {
  for (const module of PRODUCT_MODULES) {
    const folder = join(MODULES, module.name);
    const real = readFileSync(join(folder, `${module.name}.psd1`), 'utf8');
    const stub = moduleStub(module, (...names) => join(MODULES, ...names));

    it(`${manifestPath('…', module)} loads what the module ${module.name} loads`, () => {
      for (const key of FILES) {
        assert.deepEqual(
          textsOf(stub, key),
          textsOf(real, key).map((file) => resolve(folder, file)),
          key,
        );
      }
    });

    it(`${manifestPath('…', module)} is the same module`, () => {
      for (const key of SAME) assert.deepEqual(textsOf(stub, key), textsOf(real, key), key);
      assert.ok(
        textsOf(real, 'GUID').length === 1 && textsOf(real, 'NestedModules').length > 0,
        'the reading finds something',
      );
    });
  }

  it('quotes what a path may contain', () => {
    const [lync] = PRODUCT_MODULES;
    assert.ok(lync !== undefined);
    assert.ok(moduleStub(lync, (...names) => `/it's/${names.join('/')}`).includes("@('/it''s/Lync/Lync.psm1')"));
  });
});
