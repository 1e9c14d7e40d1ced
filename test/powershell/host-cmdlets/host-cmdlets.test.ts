import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { runScript } from '../run-powershell.ts';
import type { Case } from './case.ts';
import { CERTIFICATES_CASES, FILES_CASES } from './file-cases.ts';
import { FORMATS_CASES, OBJECTS_CASES } from './object-cases.ts';
import { PROCESSES_CASES, SESSION_CASES, TRANSCRIPTS_CASES } from './session-cases.ts';
import { TEXT_CASES } from './text-cases.ts';

const CASES: Readonly<Record<string, readonly Case[]>> = {
  objects: OBJECTS_CASES,
  formats: FORMATS_CASES,
  session: SESSION_CASES,
  files: FILES_CASES,
  text: TEXT_CASES,
  processes: PROCESSES_CASES,
  transcripts: TRANSCRIPTS_CASES,
  certificates: CERTIFICATES_CASES,
};

const MARK = '#### ';

/** Runs all cases of a group in one process, each in a folder of its own, and gives the lines of each by title. */
async function runGroup(cases: readonly Case[]) {
  const calls = cases.map(
    ([title, script]) => `
      '${MARK}${title}'
      Push-Location (New-Item -ItemType Directory -Path (Join-Path $HOME ([guid]::NewGuid()))).FullName
      try { . {\n${script}\n} 2>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { "ERROR $($_.FullyQualifiedErrorId)" } else { $_ } } }
      catch { "THROWN $($_.FullyQualifiedErrorId)" }
      Pop-Location`,
  );
  const culture = "[cultureinfo]::CurrentCulture = [cultureinfo]::GetCultureInfo('en-US')\n";
  const { stdout, stderr } = await runScript(culture + calls.join('\n'));
  assert.equal(stderr, '');
  const sections = stdout.split(MARK).slice(1);
  return new Map(
    sections.map((section) => {
      const [title = '', ...lines] = section.split('\n').map((line) => line.trimEnd());
      // What -WhatIf says goes to the host, with paths in it.
      return [title, lines.filter((line) => line !== '' && !line.startsWith('What if: '))] as const;
    }),
  );
}

for (const [group, cases] of Object.entries(CASES)) {
  describe(group, () => {
    let seen: Awaited<ReturnType<typeof runGroup>>;
    before(async () => {
      seen = await runGroup(cases);
    });
    for (const [title, , lines] of cases) {
      it(title, () => assert.deepEqual(seen.get(title), lines));
    }
  });
}
