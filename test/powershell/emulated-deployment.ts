import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './module-process.ts';
import type { PowerShellOptions } from './run-powershell.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..');
const DOCUMENTS = join(REPOSITORY, 'examples', 'litwareinc-enterprise');

/** The only CA of the sample whose template `WebServerApproval` asks for approval. */
export const CA = String.raw`atl-ca-001.litwareinc.com\myca`;

/** The module's own engine, whose state folder ends with the run. */
export const REAL_ENGINE = join(REPOSITORY, 'psmodule', 'Lync', 'engine', 'main.cjs');

/** Options for a run with the real engine and the sample that asks for approval. */
export const WITH_APPROVAL: PowerShellOptions = inDeployment(join(REPOSITORY, 'examples', 'litwareinc-approval'));

/** Two CAs that take everything under submission; each counts its requests for itself. */
export const TWO_AUTHORITIES = [String.raw`ca-a.litwareinc.com\A`, String.raw`ca-b.litwareinc.com\B`] as const;

/** Options for a run with the real engine and `TWO_AUTHORITIES`. */
export function withTwoAuthorities(): PowerShellOptions {
  const folder = join(temporaryFolder(), 'deployment');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'deployment.json'),
    JSON.stringify({
      topology: join(DOCUMENTS, 'topology.xml'),
      simpleUrls: join(DOCUMENTS, 'simple-urls.xml'),
      localComputer: 'atl-cs-001.litwareinc.com',
      certificateAuthorities: TWO_AUTHORITIES.map((config) => ({ config, requestDisposition: 'pending' })),
    }),
  );
  return inDeployment(folder);
}

function inDeployment(folder: string): PowerShellOptions {
  return { env: { CSCERT_ENGINE: undefined, CSCERT_DEPLOYMENT: folder } };
}
