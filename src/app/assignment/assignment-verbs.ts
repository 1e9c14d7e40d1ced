import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import { setCertificateFromFile } from '../import/import-certificate-file.ts';
import type { SetFromFileParameters } from '../import/import-parameters.ts';
import type { CommonParameters } from '../request-parameters.ts';
import type { AssignmentParameters } from './assignment-parameters.ts';
import { getCertificates } from './get-certificates.ts';
import { type RemoveCertificateParameters, removeCertificate } from './remove-certificate.ts';
import { setCertificate } from './set-certificate.ts';
import type { SetCertificateParameters } from './set-parameters.ts';
import { testCertificateConfiguration } from './test-certificate-configuration.ts';

/** The verbs over certificates that services use, with their dependencies in place. */
export interface AssignmentVerbs {
  getCertificate(parameters: AssignmentParameters, context: CallContext, host: Host): Promise<void>;
  setCertificate(
    parameters: SetCertificateParameters | SetFromFileParameters,
    context: CallContext,
    host: Host,
  ): Promise<void>;
  removeCertificate(parameters: RemoveCertificateParameters, context: CallContext, host: Host): Promise<void>;
  testCertificateConfiguration(parameters: CommonParameters, context: CallContext, host: Host): Promise<void>;
}

export function assignmentVerbsOver(deps: Deps): AssignmentVerbs {
  return {
    getCertificate: (parameters, context, host) => getCertificates(deps, parameters, context, host),
    setCertificate: (parameters, context, host) =>
      'Path' in parameters
        ? setCertificateFromFile(deps, parameters, context, host)
        : setCertificate(deps, parameters, context, host),
    removeCertificate: (parameters, context, host) => removeCertificate(deps, parameters, context, host),
    testCertificateConfiguration: (parameters, context, host) =>
      testCertificateConfiguration(deps, parameters, context, host),
  };
}
