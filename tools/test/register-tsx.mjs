import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Node strips types by itself, but knows no JSX: `.tsx` goes through the bundler's transformer. */
registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context);
    return { format: 'module', source: transform(fileURLToPath(url)), shortCircuit: true };
  },
});

/** @type {typeof import('esbuild') | undefined} */
let bundler;

/** @param {string} path */
function transform(path) {
  // Loaded at the first use, since most tests have none.
  bundler ??= /** @type {typeof import('esbuild')} */ (
    process.getBuiltinModule('node:module').createRequire(import.meta.url)('esbuild')
  );
  return bundler.transformSync(readFileSync(path, 'utf8'), {
    loader: 'tsx',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    sourcefile: path,
  }).code;
}
