import type { AssignmentLevel } from '../../domain/assignment/assignment.ts';
import { levelOfIdentity } from '../../domain/assignment/assignment-level.ts';
import type { CertificateUse } from '../../domain/certificate-use.ts';
import type { Product } from '../../domain/deployment/deployment.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import { checkUses, refuseUnfitText } from '../parameter-values.ts';
import type { CommonParameters } from '../request-parameters.ts';

/** Bound parameters that Get-, Set- and Remove-CsCertificate share, by their documented names (domain facts 7). */
export interface AssignmentParameters extends CommonParameters {
  readonly Type?: readonly string[];
  readonly Identity?: string;
  readonly NetportId?: string;
}

/** Which assignments a command is about. */
export interface AssignmentChoice {
  /** Undefined: -Type was not given. */
  readonly uses: readonly CertificateUse[] | undefined;
  /** What -Identity names; undefined: it was not given. */
  readonly level: AssignmentLevel | undefined;
}

/** Checks what needs no deployment; throws the errors of `parameter-errors`, and IdentityNotKnown. */
export function checkAssignmentParameters(parameters: AssignmentParameters): AssignmentChoice {
  refuseUnfitText(parameters);
  return {
    uses: parameters.Type === undefined ? undefined : checkUses(parameters.Type),
    level: levelOfIdentity(parameters.Identity),
  };
}

/** -NetportId exists in Lync Server 2010 alone, where it is reserved for later (its page). Throws NetportIdNotSupported. */
export function refuseNetportId(parameters: AssignmentParameters, product: Product): void {
  if (parameters.NetportId === undefined || product === 'Lync Server 2010') return;
  throw commandError('NetportIdNotSupported', { product }, { target: parameters.NetportId });
}
