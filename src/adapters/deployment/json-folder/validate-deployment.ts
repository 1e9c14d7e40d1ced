import type { DeploymentProblem } from '../../../domain/errors/deployment-errors.ts';
import { validateDeployment } from '../../../generated/lync-validators.js';
import type { DeploymentDocument } from './deployment-document.ts';
import { deploymentProblems } from './deployment-problems.ts';

export type DeploymentReading =
  | { readonly ok: true; readonly document: DeploymentDocument }
  | { readonly ok: false; readonly problems: readonly DeploymentProblem[] };

/** Checks parsed JSON against the schema that ships with the module. */
export function readDeploymentDocument(content: unknown): DeploymentReading {
  if (isDeploymentDocument(content)) return { ok: true, document: content };
  return { ok: false, problems: deploymentProblems(validateDeployment.errors ?? []) };
}

function isDeploymentDocument(content: unknown): content is DeploymentDocument {
  return validateDeployment(content);
}
