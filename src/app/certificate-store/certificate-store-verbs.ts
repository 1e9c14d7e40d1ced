import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import { type AddedCertificate, addCertificates, type CertificateFileAddition } from './add-certificates.ts';
import { createSelfSigned, type SelfSignedChoices } from './create-self-signed.ts';
import { type CertificateExport, exportCertificate } from './export-certificate.ts';
import { type CertificateFilter, type CertificatePage, listCertificates } from './list-certificates.ts';
import { type LocatedFile, locateFile } from './locate-file.ts';
import { lookIntoPfx, type PfxContent, type PfxFile } from './look-into-pfx.ts';
import { type CertificateMove, moveCertificate } from './move-certificate.ts';
import { type CertificateRemoval, removeCertificate } from './remove-certificate.ts';
import { type CertificateRenaming, renameCertificate } from './rename-certificate.ts';
import { type CertificateToVerify, verifyCertificate } from './verify-certificate.ts';
import { type WrittenFile, writeFile } from './write-file.ts';

/** What a certificate drive and the PKI cmdlets can do with the stores of this computer. */
export interface CertificateStoreVerbs {
  list(filter: CertificateFilter, host: Host): Promise<CertificatePage>;
  add(
    wanted: CertificateFileAddition,
    context: CallContext,
    host: Host,
  ): Promise<{ readonly certificates: readonly AddedCertificate[] }>;
  remove(removal: CertificateRemoval, context: CallContext, host: Host): Promise<void>;
  move(move: CertificateMove, context: CallContext, host: Host): Promise<void>;
  rename(renaming: CertificateRenaming, context: CallContext, host: Host): Promise<void>;
  export(wanted: CertificateExport, host: Host): Promise<{ readonly content: string }>;
  createSelfSigned(
    choices: SelfSignedChoices,
    context: CallContext,
    host: Host,
  ): Promise<{ readonly thumbprint: string | null }>;
  lookIntoPfx(file: PfxFile, context: CallContext, host: Host): Promise<PfxContent>;
  verify(wanted: CertificateToVerify, host: Host): Promise<{ readonly valid: boolean }>;
  locateFile(file: LocatedFile, context: CallContext, host: Host): Promise<{ readonly path: string }>;
  writeFile(file: WrittenFile, context: CallContext, host: Host): Promise<{ readonly path: string | null }>;
}

export function certificateStoreVerbsOver(deps: Deps): CertificateStoreVerbs {
  return {
    list: (filter, host) => listCertificates(deps, filter, host),
    add: (wanted, context, host) => addCertificates(deps, wanted, context, host),
    remove: (removal, context, host) => removeCertificate(deps, removal, context, host),
    move: (move, context, host) => moveCertificate(deps, move, context, host),
    rename: (renaming, context, host) => renameCertificate(deps, renaming, context, host),
    export: (wanted, host) => exportCertificate(deps, wanted, host),
    createSelfSigned: (choices, context, host) => createSelfSigned(deps, choices, context, host),
    lookIntoPfx: (file, context, host) => lookIntoPfx(deps, file, context, host),
    verify: (wanted, host) => verifyCertificate(deps, wanted, host),
    locateFile: (file, context, host) => locateFile(deps, file, context, host),
    writeFile: (file, context, host) => writeFile(deps, file, context, host),
  };
}
