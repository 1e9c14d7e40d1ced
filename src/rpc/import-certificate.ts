import type { CallContext } from '../app/call-context.ts';
import type { ImportCertificateParameters } from '../app/import/import-parameters.ts';
import type { Verbs } from '../app/verbs.ts';
import { validateImportCertificateParams } from '../generated/method-validators.js';
import { withCommandErrors } from './as-command-error.ts';
import type { Method } from './connection.ts';
import { InvalidParams } from './invalid-params.ts';
import { describeProblem } from './messages.ts';

/** Params of `importCertificate`; their JSON Schema is the source. */
interface ImportCertificateParams {
  readonly parameterSet: 'Local' | 'CMS';
  readonly parameters: ImportCertificateParameters;
  readonly context: CallContext;
}

/** The method `importCertificate`. */
export function importCertificateMethod(verbs: Verbs): Method {
  return withCommandErrors(async (params, host) => {
    if (!isImportCertificateParams(params)) throw new InvalidParams(describeProblem(validateImportCertificateParams));
    await verbs.importCertificate(params.parameters, params.context, host);
    return null;
  });
}

function isImportCertificateParams(params: unknown): params is ImportCertificateParams {
  return validateImportCertificateParams(params);
}
