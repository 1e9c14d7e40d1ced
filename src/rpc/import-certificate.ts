import type { CallContext } from '../app/call-context.ts';
import type { ImportCertificateParameters } from '../app/import/import-parameters.ts';
import type { Verbs } from '../app/verbs.ts';
import { validateImportCertificateParams } from '../generated/method-validators.js';
import type { Method } from './connection.ts';
import { schemaMethod } from './schema-method.ts';

interface ImportCertificateParams {
  readonly parameters: ImportCertificateParameters;
  readonly context: CallContext;
}

/** The method `importCertificate`: its result is what the host was told. */
export function importCertificateMethod(verbs: Verbs): Method {
  return schemaMethod<ImportCertificateParams>(validateImportCertificateParams, ({ parameters, context }, host) =>
    verbs.importCertificate(parameters, context, host),
  );
}
