import type { Assignment } from '../domain/assignment/assignment.ts';
import { commandError } from '../domain/errors/catalogue.ts';
import type { CertificateReader } from '../ports/certificate-reader.ts';
import type { CertificateEntry } from '../ports/certificate-store.ts';
import type { EnvironmentLookup } from '../ports/deployment-source.ts';
import { listAssignmentsHere } from './assignment/assigned-certificate.ts';
import { chainAbove } from './certificate-chain.ts';
import type { Deps } from './deps.ts';
import { type LocalScope, localScope } from './local-scope.ts';

/** A certificate of the store, as `cscert certificate list` shows it. */
export interface ListedCertificate {
  readonly store: string;
  readonly thumbprint: string;
  readonly friendlyName: string;
  readonly subject: string;
  readonly issuer: string;
  readonly alternativeNames: readonly string[];
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly hasPrivateKey: boolean;
  readonly exportable: boolean;
}

/** A certificate on its way out of the store. */
export interface ExportedCertificate {
  /** DER. */
  readonly certificate: Uint8Array;
  /** DER of the stored certificates above it, the nearest first. */
  readonly chain: readonly Uint8Array[];
  readonly friendlyName: string;
  /** DER of PKCS#8; undefined where the key was not asked for. */
  readonly privateKey: Uint8Array | undefined;
}

/** What the command line can do with certificates beyond the product's cmdlets. */
export interface CertificateVerbs {
  list(environment: EnvironmentLookup): Promise<readonly ListedCertificate[]>;
  /** What the services of the computer use, the global certificates last. */
  assignments(environment: EnvironmentLookup): Promise<readonly Assignment[]>;
  /** `withKey` needs an exportable key. */
  exportCertificate(thumbprint: string, withKey: boolean, environment: EnvironmentLookup): Promise<ExportedCertificate>;
  /** PKCS#12 of an exported certificate. */
  asPfx(exported: ExportedCertificate, password: string): Promise<Uint8Array>;
}

export function certificateVerbsOver(deps: Deps): CertificateVerbs {
  return {
    list: async (environment) => {
      const { scope } = await openLocal(deps, environment);
      const entries = deps.stateExists() ? await deps.openState().certificates.list(scope) : [];
      const reader = await deps.reader();
      return entries.filter(({ store }) => store !== 'REQUEST').map((entry) => listed(reader, entry));
    },
    assignments: async (environment) => listAssignmentsHere(deps, await openLocal(deps, environment)),
    exportCertificate: (thumbprint, withKey, environment) => exportOne(deps, thumbprint, withKey, environment),
    asPfx: async (exported, password) => (await deps.pfx()).encode(exported, password),
  };
}

async function openLocal(deps: Deps, environment: EnvironmentLookup): Promise<LocalScope> {
  return localScope(deps, await deps.deployments.load(environment));
}

function listed(reader: CertificateReader, entry: CertificateEntry): ListedCertificate {
  const facts = reader.read(entry.certificate);
  return {
    store: entry.store,
    thumbprint: entry.thumbprint,
    friendlyName: entry.friendlyName,
    subject: facts.subject,
    issuer: facts.issuer,
    alternativeNames: facts.alternativeNames,
    notBefore: facts.notBefore,
    notAfter: facts.notAfter,
    hasPrivateKey: entry.privateKey !== undefined,
    exportable: entry.exportable,
  };
}

async function exportOne(
  deps: Deps,
  thumbprint: string,
  withKey: boolean,
  environment: EnvironmentLookup,
): Promise<ExportedCertificate> {
  const { scope } = await openLocal(deps, environment);
  const state = deps.stateExists() ? deps.openState() : undefined;
  const entry = await state?.certificates.find(scope, thumbprint);
  if (state === undefined || entry === undefined || entry.store === 'REQUEST') {
    throw commandError('CertificateNotFound', { thumbprint }, { target: thumbprint });
  }
  if (withKey && (entry.privateKey === undefined || !entry.exportable)) {
    throw commandError('KeyNotExportable', { thumbprint: entry.thumbprint }, { target: entry.thumbprint });
  }
  const key = withKey && entry.privateKey !== undefined ? await state.keys.reveal(entry.privateKey) : undefined;
  return {
    certificate: entry.certificate,
    chain: chainAbove(await deps.reader(), entry.certificate, await state.certificates.list(scope)),
    friendlyName: entry.friendlyName,
    privateKey: key,
  };
}
