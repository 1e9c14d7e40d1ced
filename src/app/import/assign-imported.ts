import { commandError } from '../../domain/errors/catalogue.ts';
import { checkAssignable } from '../assignment/assignable-certificate.ts';
import type { LocalServer } from '../assignment/assignment-place.ts';
import { computedNames } from '../assignment/log-certificate-check.ts';
import { assignCertificate } from '../assignment/set-certificate.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import type { CheckedImport, ImportTarget } from './import-parameters.ts';
import type { PlannedCertificate } from './plan-import.ts';

/** The certificate of a file that is to be assigned, and to what. */
export interface AssignedImport extends ImportTarget {
  readonly thumbprint: string;
}

/**
 * The one certificate of the file that will have its private key, checked as Set-CsCertificate checks it before anything
 * is written. Undefined where nothing is to be assigned. Throws CertificateFileNotAssignable, and the errors of an
 * assignment.
 */
export async function chooseAssigned(
  deps: Deps,
  run: CommandRun,
  server: LocalServer,
  file: {
    readonly path: string;
    readonly planned: readonly PlannedCertificate[];
    readonly checked: CheckedImport;
  },
): Promise<AssignedImport | undefined> {
  const { path, planned, checked } = file;
  const { target, effective } = checked;
  if (target === undefined) return undefined;
  const [one, ...more] = planned.filter(({ store, key }) => store === 'My' && key.from !== 'nowhere');
  if (one === undefined || more.length > 0) {
    const reason = one === undefined ? 'none of its certificates has' : 'more than one of its certificates has';
    throw commandError('CertificateFileNotAssignable', { path, reason }, { target: path });
  }
  checkAssignable(run, server.deployment, one.facts, { effective, now: deps.clock.now() });
  await computedNames(deps, server, target.uses);
  return { ...target, thumbprint: one.facts.thumbprint };
}

/** Assigns what has been imported; the user has agreed to both at once. */
export async function assignImported(
  deps: Deps,
  run: CommandRun,
  server: LocalServer,
  { uses, level, thumbprint }: AssignedImport,
  { effective, roll }: CheckedImport,
): Promise<void> {
  await assignCertificate(deps, run, server, { uses, level, thumbprint, effective, roll }, true);
}
