import type { CallContext } from '../app/call-context.ts';
import type { CertificateFileAddition } from '../app/certificate-store/add-certificates.ts';
import type { CertificateStoreVerbs } from '../app/certificate-store/certificate-store-verbs.ts';
import type { CertificateExport } from '../app/certificate-store/export-certificate.ts';
import type { CertificateFilter } from '../app/certificate-store/list-certificates.ts';
import type { CertificateMove } from '../app/certificate-store/move-certificate.ts';
import type { CertificateRemoval } from '../app/certificate-store/remove-certificate.ts';
import type { CertificateRenaming } from '../app/certificate-store/rename-certificate.ts';
import {
  validateCertificateStoreAddParams,
  validateCertificateStoreExportParams,
  validateCertificateStoreListParams,
  validateCertificateStoreMoveParams,
  validateCertificateStoreRemoveParams,
  validateCertificateStoreRenameParams,
} from '../generated/method-validators.js';
import type { Host } from '../ports/host.ts';
import { withCommandErrors } from './as-command-error.ts';
import type { Method } from './connection.ts';
import { InvalidParams } from './invalid-params.ts';
import { describeProblem } from './messages.ts';
import type { EngineMethods } from './methods.ts';

type CertificateStore = Pick<EngineMethods, Extract<keyof EngineMethods, `certificateStore/${string}`>>;
type Called<Parameters> = Parameters & { readonly context: CallContext };
type Validator = typeof validateCertificateStoreListParams;

/** The methods behind a certificate drive and the PKI cmdlets. The JSON Schemas are the source of their params. */
export function certificateStoreMethods(verbs: CertificateStoreVerbs): CertificateStore {
  return {
    'certificateStore/list': method<CertificateFilter>(validateCertificateStoreListParams, (filter, host) =>
      verbs.list(filter, host),
    ),
    'certificateStore/add': method<CertificateFileAddition>(validateCertificateStoreAddParams, (wanted, host) =>
      verbs.add(wanted, wanted.context, host),
    ),
    'certificateStore/remove': method<CertificateRemoval>(validateCertificateStoreRemoveParams, (removal, host) =>
      verbs.remove(removal, removal.context, host),
    ),
    'certificateStore/move': method<CertificateMove>(validateCertificateStoreMoveParams, (move, host) =>
      verbs.move(move, move.context, host),
    ),
    'certificateStore/rename': method<CertificateRenaming>(validateCertificateStoreRenameParams, (renaming, host) =>
      verbs.rename(renaming, renaming.context, host),
    ),
    'certificateStore/export': method<CertificateExport>(validateCertificateStoreExportParams, (wanted, host) =>
      verbs.export(wanted, host),
    ),
  };
}

/** A method whose params fit a schema; one without a result answers null. */
function method<Parameters>(
  validator: Validator,
  run: (params: Called<Parameters>, host: Host) => Promise<unknown>,
): Method {
  const fits = (params: unknown): params is Called<Parameters> => validator(params);
  return withCommandErrors(async (params, host) => {
    if (!fits(params)) throw new InvalidParams(describeProblem(validator));
    return (await run(params, host)) ?? null;
  });
}
