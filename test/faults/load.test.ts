import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { REPOSITORY } from '../../tools/setup/repository.mjs';
import { loadSession } from './harness/load-session.ts';

const powerShell = process.env['CSCERT_POWERSHELL'] ?? join(REPOSITORY, '.setup', 'pshost', 'pshost');

test('processes, then runspaces, that ask on one new store at once get all their certificates and no lock error', async () => {
  const said: string[] = [];
  const faults = await loadSession({
    processes: 4,
    requests: 6,
    powerShell: existsSync(powerShell) ? powerShell : undefined,
    say: (text) => void said.push(text),
  });
  assert.equal(faults, 0, said.join('\n'));
});
