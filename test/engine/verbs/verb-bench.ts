import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallContext } from '../../../src/app/call-context.ts';
import type { Deps } from '../../../src/app/deps.ts';
import { createDeps } from '../../../src/composition/create-deps.ts';
import type { Host, OutputObject } from '../../../src/ports/host.ts';
import { REPOSITORY } from '../../../tools/setup/repository.mjs';
import { callContext } from '../../fixtures/call-context.ts';

const SAMPLE = join(REPOSITORY, 'examples', 'litwareinc-enterprise');
export const CA = 'atl-ca-001.litwareinc.com\\myca';

/** The verbs over real adapters, with a deployment of one's own and a host that remembers what it was told. */
export interface VerbBench extends Disposable {
  readonly folder: string;
  readonly deps: Deps;
  readonly context: CallContext;
  readonly host: Host;
  readonly objects: OutputObject[];
  /** What was shown, in order, each with its stream in front. */
  readonly shown: string[];
}

/** `deployment` is laid over that of the Enterprise Edition sample. */
export function verbBench(deployment: object = {}): VerbBench {
  const folder = mkdtempSync(join(tmpdir(), 'cscert-verbs-'));
  const deploymentFolder = join(folder, 'deployment');
  mkdirSync(deploymentFolder);
  copyFileSync(join(SAMPLE, 'topology.xml'), join(deploymentFolder, 'topology.xml'));
  const content = {
    topology: 'topology.xml',
    simpleUrls: [],
    localComputer: 'atl-cs-001.litwareinc.com',
    certificateAuthorities: [{ config: CA }],
    ...deployment,
  };
  writeFileSync(join(deploymentFolder, 'deployment.json'), JSON.stringify(content));
  const objects: OutputObject[] = [];
  const shown: string[] = [];
  const say = (stream: string) => (text: string) => void shown.push(`${stream}: ${text}`);
  return {
    folder,
    objects,
    shown,
    deps: createDeps({
      home: join(folder, 'home'),
      deployment: deploymentFolder,
      computer: undefined,
      keyPassphrase: undefined,
      keyPassphraseFile: undefined,
      moduleFolder: join(REPOSITORY, 'psmodule', 'Lync'),
    }),
    context: callContext(folder, { verbose: true, user: 'tester' }),
    host: {
      output: (object) => void objects.push(object),
      verbose: say('verbose'),
      warning: say('warning'),
      hostLine: say('host'),
      error: (error) => void shown.push(`error: ${error.message}`),
      shouldProcess: async ({ description }) => {
        shown.push(`what if: ${description}`);
        return true;
      },
      shouldContinue: async () => true,
      environmentVariable: async () => undefined,
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A path parameter that was typed as this host's own path. */
export function hostPath(path: string) {
  return { given: path, path, provider: 'FileSystem' };
}
