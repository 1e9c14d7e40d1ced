import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES } from '../end-to-end/harness/deployments.ts';
import type { Place } from '../end-to-end/harness/place.ts';

/** What a script runs against. */
export interface Surroundings {
  readonly deployment: string;
  /** The computer that is played, where it is not the deployment's own. */
  readonly computer?: string;
}

export type SurroundingsName = 'enterprise' | 'lab' | 'edge' | 'isolated';

export const CA = String.raw`atl-ca-001.litwareinc.com\myca`;
export const LAB_CA = String.raw`dc01\Lab-Root CA 1`;
export const LOCKED_CA = String.raw`vault.litwareinc.com\locked`;
const EDGE = 'atl-edge-001.litwareinc.com';

const TEMPLATES = [
  { name: 'WebServer' },
  { name: 'Flaky', behaviour: { unreachable: { submissions: 1 } } },
  { name: 'Later', behaviour: { approve: { afterPolls: 2 } } },
  { name: 'Never', behaviour: { deny: { hresult: '0x80094014' } } },
];

/** The Enterprise Edition sample; the same with CAs of a lab; its Edge Server; the Edge Server cut off from the store. */
export function makeSurroundings(place: Place): Readonly<Record<SurroundingsName, Surroundings>> {
  const authorities = [
    { config: CA, templates: TEMPLATES },
    { config: LAB_CA },
    { config: LOCKED_CA, accounts: ['LITWAREINC\\kenmyer'] },
  ];
  const lab = write(place, 'lab', { certificateAuthorities: authorities });
  const isolated = write(place, 'isolated', { centralManagementStore: 'unreachable', localComputer: EDGE });
  return {
    enterprise: { deployment: SAMPLES.enterprise },
    lab: { deployment: lab },
    edge: { deployment: SAMPLES.enterprise, computer: EDGE },
    isolated: { deployment: isolated },
  };
}

function write(place: Place, name: string, properties: Readonly<Record<string, unknown>>): string {
  const folder = join(place.root, 'deployments', name);
  mkdirSync(folder, { recursive: true });
  for (const file of ['topology.xml', 'simple-urls.xml'])
    copyFileSync(join(SAMPLES.enterprise, file), join(folder, file));
  const deployment = {
    topology: 'topology.xml',
    simpleUrls: 'simple-urls.xml',
    localComputer: 'atl-cs-001.litwareinc.com',
    certificateAuthorities: [{ config: CA }],
    ...properties,
  };
  writeFileSync(join(folder, 'deployment.json'), JSON.stringify(deployment));
  return folder;
}
