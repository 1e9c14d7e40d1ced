import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { withStateFolder } from '../store/temporary-store.ts';

interface Answer {
  readonly caRequestId: string;
  readonly certificate: string;
  readonly root: string;
}

/** A running worker: `go` lets it begin and resolves to its answer. */
async function startWorker(folder: string): Promise<{ go(): Promise<Answer> }> {
  const script = join(import.meta.dirname, 'first-use-worker.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'close');
  assert.equal((await lines.next()).value, 'ready');
  return {
    async go() {
      child.stdin.write('go\n');
      const { value } = await lines.next();
      await ended;
      return JSON.parse(String(value));
    },
  };
}

describe('a CA that several processes are the first to ask', () => {
  it('has one key and one root, and counts its requests together', async () => {
    await withStateFolder(async (folder) => {
      const workers = await Promise.all(Array.from({ length: 3 }, () => startWorker(folder.path)));
      const answers = await Promise.all(workers.map((worker) => worker.go()));
      assert.equal(new Set(answers.map(({ root }) => root)).size, 1);
      assert.deepEqual(answers.map(({ caRequestId }) => caRequestId).toSorted(), ['1', '2', '3']);
      for (const { certificate, root } of answers) {
        const issuer = new X509Certificate(Buffer.from(root, 'base64'));
        assert.ok(new X509Certificate(Buffer.from(certificate, 'base64')).verify(issuer.publicKey));
      }
    });
  });
});
