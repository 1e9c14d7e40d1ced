import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../../../tools/setup/repository.mjs';
import type { Place } from './place.ts';

export const SAMPLES = {
  enterprise: join(REPOSITORY, 'examples', 'litwareinc-enterprise'),
  standard: join(REPOSITORY, 'examples', 'litwareinc-standard'),
} as const;

/** A deployment folder of the test's own, around the documents of a sample. Gives the folder. */
export function writeDeployment(
  place: Place,
  properties: Readonly<Record<string, unknown>>,
  sample: keyof typeof SAMPLES = 'enterprise',
): string {
  const folder = join(place.root, 'deployment');
  mkdirSync(folder, { recursive: true });
  for (const name of ['topology.xml', 'simple-urls.xml']) {
    copyFileSync(join(SAMPLES[sample], name), join(folder, name));
  }
  writeFileSync(
    join(folder, 'deployment.json'),
    JSON.stringify({
      topology: 'topology.xml',
      simpleUrls: 'simple-urls.xml',
      localComputer: 'atl-cs-001.litwareinc.com',
      certificateAuthorities: [{ config: 'atl-ca-001.litwareinc.com\\myca' }],
      ...properties,
    }),
  );
  return folder;
}
