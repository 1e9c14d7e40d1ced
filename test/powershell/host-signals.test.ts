import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { startWithStandIn, temporaryFolder } from './module-process.ts';
import { powerShellKind } from './run-powershell.ts';

const skip = powerShellKind() === 'host' && process.platform !== 'win32' ? false : 'how our host ends at a signal';

/** signal, exit code, as shells have it */
const SIGNALS = [
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

const BUSY_WITH = [
  ['nothing', ''],
  ['a loop', 'while ($true) { }'],
  ['runspaces of their own', '1..2 | ForEach-Object -Parallel { [Threading.Thread]::Sleep(600000) }'],
] as const;

describe('a session that a signal ends', { skip }, () => {
  for (const [signal, exitCode] of SIGNALS) {
    for (const [what, script] of BUSY_WITH) {
      it(`${signal}, busy with ${what}: exit code ${exitCode}, and nothing in the temporary folder`, async () => {
        const folder = temporaryFolder();
        const temporary = join(folder, 't');
        mkdirSync(temporary);
        const text = `'ready'; ${script}; [Threading.Thread]::Sleep(600000)`;
        const child = startWithStandIn(text, folder, { TMPDIR: temporary });
        await once(child.stdout, 'data');
        assert.notDeepEqual(readdirSync(temporary), [], 'what has to go is not looked for in the right place');
        child.kill(signal);
        assert.deepEqual(await once(child, 'close'), [exitCode, null]);
        assert.deepEqual(readdirSync(temporary), []);
      });
    }
  }
});
