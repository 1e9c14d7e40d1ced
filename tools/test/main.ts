import { once } from 'node:events';
import { globSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { pathToFileURL } from 'node:url';
import { REPOSITORY } from '../setup/repository.mjs';
import { check } from './check.ts';
import { withRemarks } from './remarks.ts';
import { useTemporaryFolder } from './temporary-folder.ts';
import { missingVerifiers } from './verifiers.ts';

/** Of a test file as a whole: a hanging one is to be ended, and the slowest on a loaded machine is not. */
const FILE_TIMEOUT_MS = 1_800_000;
const CONCURRENCY = 2;

/** `npm test`: the checks and every test; `npm test -- PATTERN…`: the test files whose path has one of the patterns. */
async function main(patterns: string[]): Promise<boolean> {
  const isCi = process.env['CI'] === 'true';
  const missing = missingVerifiers();
  for (const { name, program, debianPackage } of isCi ? missing : []) {
    console.error(`${name} is missing: no ${program} on PATH (Debian package ${debianPackage})`);
  }
  if (isCi && missing.length > 0) return false;

  const files = testFiles(patterns);
  if (files.length === 0) {
    console.error(`no test file has ${patterns.join(' or ')} in its path`);
    return false;
  }
  const areChecksGood = patterns.length > 0 || check();
  const notes = [
    ...(areChecksGood ? [] : ['failed: the linter or the compiler, see above']),
    ...missing.map(({ name, program }) => `skipped: what ${name} would judge (no ${program} on PATH)`),
  ];
  const areTestsGood = await runTests(files, notes, useTemporaryFolder());
  return areChecksGood && areTestsGood;
}

function testFiles(patterns: string[]): string[] {
  const names = globSync('test/**/*.test.ts', { cwd: REPOSITORY }).sort();
  const wanted = patterns.map((pattern) => pattern.replaceAll('/', sep).toLowerCase());
  const isWanted = (name: string) => wanted.some((pattern) => name.toLowerCase().includes(pattern));
  return names.filter((name) => wanted.length === 0 || isWanted(name)).map((name) => join(REPOSITORY, name));
}

async function runTests(files: string[], notes: string[], signal: AbortSignal): Promise<boolean> {
  const preloaded = ['register-tsx.mjs', 'time-limit.mjs'].map(
    (name) => pathToFileURL(join(import.meta.dirname, name)).href,
  );
  const events = run({
    files,
    concurrency: CONCURRENCY,
    signal,
    timeout: FILE_TIMEOUT_MS,
    execArgv: preloaded.flatMap((url) => ['--import', url]),
  });
  let isGood = true;
  events.on('test:fail', ({ todo }) => {
    if (todo === undefined || todo === false) isGood = false;
  });
  const report = Readable.from(withRemarks(events, notes)).pipe(new spec());
  report.pipe(process.stdout);
  await once(report, 'end');
  return isGood;
}

const isGood = await main(process.argv.slice(2));
process.exitCode ??= isGood ? 0 : 1;
