import type { CertificateFileAddition } from '../app/certificate-store/add-certificates.ts';
import type { CertificateStoreVerbs } from '../app/certificate-store/certificate-store-verbs.ts';
import type { SelfSignedChoices } from '../app/certificate-store/create-self-signed.ts';
import type { CertificateExport } from '../app/certificate-store/export-certificate.ts';
import type { CertificateFilter } from '../app/certificate-store/list-certificates.ts';
import type { LocatedFile } from '../app/certificate-store/locate-file.ts';
import type { PfxFile } from '../app/certificate-store/look-into-pfx.ts';
import type { CertificateMove } from '../app/certificate-store/move-certificate.ts';
import type { CertificateRemoval } from '../app/certificate-store/remove-certificate.ts';
import type { CertificateRenaming } from '../app/certificate-store/rename-certificate.ts';
import type { CertificateToVerify } from '../app/certificate-store/verify-certificate.ts';
import type { WrittenFile } from '../app/certificate-store/write-file.ts';
import {
  validateCertificateStoreAddParams,
  validateCertificateStoreCreateSelfSignedParams,
  validateCertificateStoreExportParams,
  validateCertificateStoreListParams,
  validateCertificateStoreLocateFileParams,
  validateCertificateStoreLookIntoPfxParams,
  validateCertificateStoreMoveParams,
  validateCertificateStoreRemoveParams,
  validateCertificateStoreRenameParams,
  validateCertificateStoreVerifyParams,
  validateCertificateStoreWriteFileParams,
} from '../generated/method-validators.js';
import type { EngineMethods } from './methods.ts';
import { type Called, schemaMethod } from './schema-method.ts';

type CertificateStore = Pick<EngineMethods, Extract<keyof EngineMethods, `certificateStore/${string}`>>;

/** The methods behind a certificate drive and the PKI cmdlets. The JSON Schemas are the source of their params. */
export function certificateStoreMethods(verbs: CertificateStoreVerbs): CertificateStore {
  return {
    'certificateStore/list': schemaMethod<Called<CertificateFilter>>(
      validateCertificateStoreListParams,
      (filter, host) => verbs.list(filter, host),
    ),
    'certificateStore/add': schemaMethod<Called<CertificateFileAddition>>(
      validateCertificateStoreAddParams,
      (wanted, host) => verbs.add(wanted, wanted.context, host),
    ),
    'certificateStore/remove': schemaMethod<Called<CertificateRemoval>>(
      validateCertificateStoreRemoveParams,
      (removal, host) => verbs.remove(removal, removal.context, host),
    ),
    'certificateStore/move': schemaMethod<Called<CertificateMove>>(validateCertificateStoreMoveParams, (move, host) =>
      verbs.move(move, move.context, host),
    ),
    'certificateStore/rename': schemaMethod<Called<CertificateRenaming>>(
      validateCertificateStoreRenameParams,
      (renaming, host) => verbs.rename(renaming, renaming.context, host),
    ),
    'certificateStore/export': schemaMethod<Called<CertificateExport>>(
      validateCertificateStoreExportParams,
      (wanted, host) => verbs.export(wanted, host),
    ),
    'certificateStore/createSelfSigned': schemaMethod<Called<SelfSignedChoices>>(
      validateCertificateStoreCreateSelfSignedParams,
      (choices, host) => verbs.createSelfSigned(choices, choices.context, host),
    ),
    'certificateStore/lookIntoPfx': schemaMethod<Called<PfxFile>>(
      validateCertificateStoreLookIntoPfxParams,
      (file, host) => verbs.lookIntoPfx(file, file.context, host),
    ),
    'certificateStore/verify': schemaMethod<Called<CertificateToVerify>>(
      validateCertificateStoreVerifyParams,
      (wanted, host) => verbs.verify(wanted, host),
    ),
    'certificateStore/locateFile': schemaMethod<Called<LocatedFile>>(
      validateCertificateStoreLocateFileParams,
      (file, host) => verbs.locateFile(file, file.context, host),
    ),
    'certificateStore/writeFile': schemaMethod<Called<WrittenFile>>(
      validateCertificateStoreWriteFileParams,
      (file, host) => verbs.writeFile(file, file.context, host),
    ),
  };
}
