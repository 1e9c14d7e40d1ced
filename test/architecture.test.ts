import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, it } from 'node:test';

const SOURCES = resolve(import.meta.dirname, '..', 'src');

/** Which folders of `src` each folder may import from besides itself; `packages` allows node: and npm packages. */
const MAY_IMPORT: Readonly<Record<string, { readonly folders: readonly string[]; readonly packages: boolean }>> = {
  domain: { folders: [], packages: false },
  ports: { folders: ['domain'], packages: false },
  app: { folders: ['domain', 'ports'], packages: false },
  report: { folders: ['domain', 'ports'], packages: true },
  adapters: { folders: ['domain', 'ports', 'generated'], packages: true },
  rpc: { folders: ['domain', 'ports', 'app', 'generated'], packages: true },
  cli: { folders: ['domain', 'ports', 'app'], packages: true },
  chunks: { folders: ['app', 'boot', 'cli', 'composition', 'domain', 'ports', 'rpc'], packages: false },
  boot: { folders: ['app', 'ports', 'rpc'], packages: true },
};

/** Where adapters are chosen, and the entry point, which loads the rest. */
const COMPOSITION = ['main.ts', 'composition'];

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*'([^']+)'|\bimport\s*\(\s*'([^']+)'\s*\)|(?:^|\n)\s*import\s+'([^']+)'/g;

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(SOURCES, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => ({ file, specifier: match[1] ?? match[2] ?? match[3] ?? '' }));
}

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated/'));

/** The folder of `src` that a relative import leads to, or undefined for a package or a file outside. */
function targetFolder({ file, specifier }: Import): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = relative(SOURCES, resolve(SOURCES, dirname(file), specifier)).replaceAll('\\', '/');
  return target.startsWith('..') ? undefined : target.split('/')[0];
}

describe('dependencies point inwards', () => {
  it('every folder of src has its rule', () => {
    const folders = new Set(files.map((file) => file.split('/')[0] ?? ''));
    const known = [...Object.keys(MAY_IMPORT), ...COMPOSITION];
    assert.deepEqual(
      [...folders].filter((folder) => !known.includes(folder)),
      [],
    );
  });

  for (const [folder, rule] of Object.entries(MAY_IMPORT)) {
    const imports = files.filter((file) => file.startsWith(`${folder}/`)).flatMap(importsOf);

    it(`${folder} imports only ${['itself', ...rule.folders].join(', ')}`, () => {
      assert.ok(imports.length > 0, 'the reading of imports found nothing');
      const wrong = imports.filter((one) => {
        const target = targetFolder(one);
        return target !== undefined && target !== folder && !rule.folders.includes(target);
      });
      assert.deepEqual(wrong, []);
    });

    if (!rule.packages) {
      it(`${folder} imports no package`, () => {
        assert.deepEqual(
          imports.filter(({ specifier }) => !specifier.startsWith('.')),
          [],
        );
      });
    }
  }

  it('nothing reads the environment but the entry point and what it loads', () => {
    const allowed = /^(?:main\.ts|chunks\/|boot\/configuration\.ts)/;
    const readers = files.filter(
      (file) => !allowed.test(file) && /\bprocess\.env\b/.test(readFileSync(join(SOURCES, file), 'utf8')),
    );
    assert.deepEqual(readers, []);
  });
});
