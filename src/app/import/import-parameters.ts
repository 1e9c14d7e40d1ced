import type { AssignmentLevel } from '../../domain/assignment/assignment.ts';
import { checkNotPassed, checkRoll } from '../../domain/assignment/effective-date.ts';
import type { CertificateUse } from '../../domain/certificate-use.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import { checkAssignmentParameters } from '../assignment/assignment-parameters.ts';
import { refuseUnfitText } from '../parameter-values.ts';
import type { CommonParameters, PathArgument } from '../request-parameters.ts';

/** Bound parameters of Import-CsCertificate (domain facts 7.2). */
export interface ImportCertificateParameters extends CommonParameters {
  readonly Path: PathArgument;
  readonly Password?: string;
  /** Of a key that comes with the file. */
  readonly PrivateKeyExportable?: boolean;
  readonly Identity?: string;
  /** Of the parameter set CMS only: what the certificate is assigned to. */
  readonly Type?: readonly string[];
  /** ISO 8601, UTC. */
  readonly EffectiveDate?: string;
  readonly Roll?: boolean;
}

/** Bound parameters of Set-CsCertificate -Path (domain facts 7.3). */
export type SetFromFileParameters = Omit<ImportCertificateParameters, 'PrivateKeyExportable' | 'Type'> & {
  readonly Type: readonly string[];
};

/** What the certificate of a file is assigned to. */
export interface ImportTarget {
  readonly uses: readonly CertificateUse[];
  readonly level: AssignmentLevel;
}

export interface CheckedImport {
  /** Undefined: nothing is assigned. */
  readonly target: ImportTarget | undefined;
  readonly effective: Date | undefined;
  readonly roll: boolean;
}

/** Checks what needs neither file nor deployment; throws the errors of `assignment-errors` about parameters. */
export function checkImportParameters(
  parameters: ImportCertificateParameters,
  { now, formatDate }: { readonly now: Date; readonly formatDate: (date: Date) => string },
): CheckedImport {
  refuseUnfitText(parameters);
  const { EffectiveDate, Roll } = parameters;
  const effective = EffectiveDate === undefined ? undefined : new Date(EffectiveDate);
  const roll = Roll === true;
  checkRoll(roll, effective);
  checkNotPassed(effective, now, formatDate);
  return { target: targetOf(parameters), effective, roll };
}

function targetOf(parameters: ImportCertificateParameters): ImportTarget | undefined {
  const { uses, level } = checkAssignmentParameters(parameters);
  if (uses === undefined) return undefined;
  if (level === undefined) throw commandError('IdentityNotKnown', { identity: '' });
  return { uses, level };
}
