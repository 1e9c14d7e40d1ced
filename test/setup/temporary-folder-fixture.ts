// Takes a temporary folder of its own, leaves a file and a process in it, and ends by itself or waits for a signal.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useTemporaryFolder } from '../../tools/test/temporary-folder.ts';

const stop = useTemporaryFolder();
writeFileSync(join(tmpdir(), 'left'), '');
const orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
orphan.unref();
process.stdout.write(`${JSON.stringify({ folder: tmpdir(), orphan: orphan.pid })}\n`);
if (process.argv[2] === 'wait') {
  const awake = setInterval(() => {}, 1000);
  stop.addEventListener('abort', () => clearInterval(awake));
}
