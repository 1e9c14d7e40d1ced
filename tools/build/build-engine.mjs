import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { replaceFolder } from '../setup/files.mjs';
import { REPOSITORY } from '../setup/repository.mjs';
import { buildValidators } from './build-validators.mjs';
import { collectLicences } from './collect-licences.mjs';

/** Bundles `src/main.ts` and each of `src/chunks` for themselves into the module's `engine` folder. */
async function buildEngine() {
  const next = join(REPOSITORY, '.setup', 'engine.next');
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: REPOSITORY,
    entryPoints: entryPoints(),
    outdir: next,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minify: true,
    mainFields: ['module', 'main'],
    conditions: ['import'],
    // A CommonJS bundle has no import.meta; yargs-parser makes a require from it, for which a path does as well.
    define: { 'import.meta.url': '__filename', PROJECT_VERSION: JSON.stringify(projectVersion()) },
    legalComments: 'external',
    metafile: true,
    logLevel: 'warning',
  });
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs: used }) => Object.keys(used));
  writeFileSync(join(next, 'LICENCES.txt'), collectLicences(REPOSITORY, inputs, next));
  writeFileSync(join(next, 'node.json'), `${JSON.stringify({ path: process.execPath })}\n`);
  await replaceFolder(next, join(REPOSITORY, 'psmodule', 'Lync', 'engine'));
}

function projectVersion() {
  return JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')).version;
}

/** The output's name, and the source. */
function entryPoints() {
  const folder = join(REPOSITORY, 'src', 'chunks');
  const chunks = existsSync(folder) ? readdirSync(folder).filter((name) => /\.tsx?$/.test(name)) : [];
  return [
    { out: 'main', in: join(REPOSITORY, 'src', 'main.ts') },
    ...chunks.sort().map((name) => ({ out: name.replace(/\.tsx?$/, ''), in: join(folder, name) })),
  ];
}

buildValidators(REPOSITORY);
await buildEngine();
