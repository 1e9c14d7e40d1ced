import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { EngineProcess, verbParams } from './engine-process.ts';
import { type Figure, ratioFigure } from './figure.ts';
import { inScratchFolder } from './scratch.ts';
import { interleaved, median, timed } from './statistics.ts';

const ROUNDS = 21;

/** What a fresh engine process takes, beside `node -e 0`. */
export function startUp(): Promise<readonly Figure[]> {
  return inScratchFolder(async (folder) => {
    let run = 0;
    const times = await interleaved(ROUNDS, {
      node: () => timed(bareNode),
      hello: () => firstCall(folder, 'hello', { protocol: 1 }),
      request: () => firstRequest(folder, `r${run++}`),
    });
    const node = median(times.node);
    const yardstick = { yardstick: node, yardstickName: 'node -e 0' };
    return [
      ratioFigure('first engine reply', { measured: median(times.hello), ...yardstick }, 1.15),
      ratioFigure(
        'first -New -Output in a fresh process',
        { measured: median(times.request), ...yardstick },
        4,
        'topology, new store and log pair included; an ECDH_P256 key, whose own work is 0.2 ms',
      ),
    ];
  });
}

function bareNode(): Promise<void> {
  return new Promise((resolve) => {
    spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }).on('close', () => resolve());
  });
}

/** From the start of the process to its answer. */
async function firstCall(home: string, method: string, params: object): Promise<number> {
  const start = performance.now();
  const engine = new EngineProcess(home);
  await engine.call(method, params);
  const time = performance.now() - start;
  await engine.end();
  return time;
}

function firstRequest(folder: string, name: string): Promise<number> {
  const path = join(folder, `${name}.req`);
  const Output = { given: path, path, provider: 'FileSystem' };
  const parameters = { New: true, Type: ['Default'], KeyAlg: 'ECDH_P256', Output };
  return firstCall(join(folder, name), 'requestCertificate', verbParams('ByNew', parameters, folder));
}
