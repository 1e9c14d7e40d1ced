import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '../../../tools/setup/repository.mjs';
import { CA } from './verb-call.ts';

export interface FaultPlace extends Disposable {
  readonly root: string;
  readonly deployment: string;
}

/** A folder for a whole session of faults, with a deployment whose CA issues, waits or denies by template. */
export function makeFaultPlace(changes: Readonly<Record<string, unknown>> = {}): FaultPlace {
  const root = mkdtempSync(join(tmpdir(), 'cscert-faults-'));
  const deployment = join(root, 'deployment');
  mkdirSync(deployment);
  const sample = join(REPOSITORY, 'examples', 'litwareinc-enterprise');
  for (const name of ['topology.xml', 'simple-urls.xml']) cpSync(join(sample, name), join(deployment, name));
  const templates = [
    { name: 'WebServer' },
    { name: 'approval', managerApproval: true },
    { name: 'closed', enrollDenied: true },
  ];
  const document = {
    id: 'litwareinc.com',
    // Lync Server does not take the small keys that the verbs here make.
    product: 'Skype for Business Server 2015',
    topology: 'topology.xml',
    simpleUrls: 'simple-urls.xml',
    localComputer: 'atl-cs-001.litwareinc.com',
    certificateAuthorities: [{ config: CA, backend: 'embedded', templates, ...changes }],
  };
  writeFileSync(join(deployment, 'deployment.json'), JSON.stringify(document));
  return { root, deployment, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }) };
}
