import { join } from 'node:path';
import { build } from 'esbuild';
import { REPOSITORY } from '../../../tools/setup/repository.mjs';

/**
 * Bundles `verb-process.ts` with all it imports from `src` into a folder; the path of the bundle. CommonJS, so that
 * Node's own functions are looked up at each call and can be wrapped.
 */
export async function bundleVerbProcess(folder: string): Promise<string> {
  const outfile = join(folder, 'verb-process.cjs');
  await build({
    absWorkingDir: REPOSITORY,
    entryPoints: [join(import.meta.dirname, 'verb-process.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    define: { 'import.meta.url': 'bundleAddress', PROJECT_VERSION: '"faults"' },
    banner: { js: "const bundleAddress = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  });
  return outfile;
}
