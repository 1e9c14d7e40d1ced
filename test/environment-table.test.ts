import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const REPOSITORY = join(import.meta.dirname, '..');
const READERS = ['src/**/*.ts', 'psmodule/assembly/**/*.cs', 'tools/**/*.{mjs,ts}', 'bin/*.mjs'];

/** Passed by the build to a process of its own; nobody sets them. */
const INTERNAL = /^CSCERT_BUILD_/;

function variablesIn(text: string): string[] {
  return text.match(/\bCSCERT_[A-Z_]*[A-Z]/g) ?? [];
}

test('the table of docs/deployment.md has exactly the environment variables that the code names', () => {
  const files = globSync(READERS, { cwd: REPOSITORY });
  const named = files.flatMap((file) => variablesIn(readFileSync(join(REPOSITORY, file), 'utf8')));
  const expected = new Set(named.filter((name) => !INTERNAL.test(name)));
  const documentation = readFileSync(join(REPOSITORY, 'docs', 'deployment.md'), 'utf8');
  const rows = documentation.split(/\r?\n/).filter((line) => line.startsWith('| `CSCERT_'));
  const documented = rows.flatMap((row) => variablesIn(row.split('|')[1] ?? ''));
  assert.deepEqual(documented.toSorted(), [...expected].toSorted());
});
