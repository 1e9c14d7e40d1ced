import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { REPOSITORY } from '../../../tools/setup/repository.mjs';
import { makePlace } from '../../end-to-end/harness/place.ts';
import { runPowerShell } from '../../end-to-end/harness/programs.ts';
import { SECTIONS } from '../idioms/idiom.ts';
import { IDIOMS } from '../idioms/table.ts';
import type { CmdletState } from './cmdlets.ts';
import { renderCompatibility } from './render.ts';
import { TABLES } from './tables.ts';

/** Every cmdlet of a module with its own parameters, one a line. */
const PARAMETERS = (module: string) => `Import-Module ${module}
$common = 'Verbose', 'Debug', 'ErrorAction', 'WarningAction', 'InformationAction', 'ProgressAction', 'ErrorVariable', 'WarningVariable', 'InformationVariable', 'OutVariable', 'OutBuffer', 'PipelineVariable'
foreach ($command in Get-Command -Module ${module} -CommandType Cmdlet) {
    "$($command.Name) $(($command.Parameters.Keys | Where-Object { $_ -notin $common } | Sort-Object) -join ',')"
}`;

test('docs/compatibility.md is what the tables say', () => {
  assert.equal(readFileSync(join(REPOSITORY, 'docs', 'compatibility.md'), 'utf8'), renderCompatibility(TABLES));
});

test('every section has an idiom', () => {
  const empty = SECTIONS.filter((section) => !IDIOMS.some((idiom) => idiom.section === section));
  assert.deepEqual(empty, []);
});

describe('the cmdlets and parameters of the tables are those that PowerShell knows', () => {
  const place = makePlace();
  const known = new Map<string, readonly string[]>();

  before(async () => {
    for (const module of ['Lync', 'PKI']) {
      const { stdout, stderr } = await runPowerShell(place, ['-NonInteractive', '-Command', PARAMETERS(module)]);
      const lines = stdout.trim().split(/\r?\n/);
      known.set(module, lines);
      assert.ok(lines.length > 3, stderr);
    }
  });
  after(() => place[Symbol.dispose]());

  for (const [module, cmdlets] of [
    ['Lync', TABLES.product],
    ['PKI', TABLES.windows],
  ] as const) {
    test(`module ${module}`, { skip: module === 'PKI' && process.platform === 'win32' }, () => {
      assert.deepEqual([...(known.get(module) ?? [])].sort(), cmdlets.map(lineOf).sort());
    });
  }
});

function lineOf({ cmdlet, parameters, differs = {} }: CmdletState): string {
  const names = [...parameters, ...Object.keys(differs)];
  return `${cmdlet} ${names.sort((a, b) => a.localeCompare(b, 'en')).join(',')}`;
}
