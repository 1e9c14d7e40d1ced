import type { FileCertificate } from '../../ports/certificate-file-reader.ts';
import type { CertificateAddition } from '../../ports/certificate-store.ts';
import type { Host } from '../../ports/host.ts';
import { actorOf } from '../actor.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import { StoredKeys } from '../import/stored-keys.ts';
import { refuseForeignProvider } from '../path-text.ts';
import { openStore } from './open-store.ts';
import { proposal } from './proposal.ts';
import { type GivenFile, readCertificates } from './read-certificates.ts';

export interface CertificateFileAddition extends GivenFile {
  readonly store: CertificateAddition['store'];
  /** Of keys that the file brings. */
  readonly exportable: boolean;
}

export interface AddedCertificate {
  readonly thumbprint: string;
  readonly hasPrivateKey: boolean;
}

/**
 * Brings all certificates of a file into one store, whatever they are, as the PKI cmdlets do. One whose key the store
 * still has finds it again. The file is read before anything is written.
 */
export async function addCertificates(
  deps: Deps,
  wanted: CertificateFileAddition,
  context: CallContext,
  host: Host,
): Promise<{ readonly certificates: readonly AddedCertificate[] }> {
  refuseForeignProvider('FilePath', wanted.path);
  const { deployment, scope } = await openStore(deps, host);
  const file = await readCertificates(deps, deployment, wanted, context);
  const proposed = proposal('Import certificate', `Item: ${wanted.path.given} Destination: ${wanted.store}`);
  if (!(await host.shouldProcess(proposed))) return { certificates: [] };
  const { keys, certificates } = deps.openState();
  const reader = await deps.reader();
  const stored = new StoredKeys(deps, scope);
  const keyOf = async ({ certificate, privateKey }: FileCertificate): Promise<Pick<CertificateAddition, 'key'>> => {
    if (privateKey !== undefined) {
      return { key: { pem: await keys.protect(privateKey), exportable: wanted.exportable } };
    }
    if (wanted.store !== 'My') return {};
    const holder = await stored.holder(reader.read(certificate).spkiSha256);
    return holder === undefined ? {} : { key: { ofEntry: holder.entry } };
  };
  const additions: CertificateAddition[] = [];
  for (const one of file.certificates) {
    const { certificate, friendlyName } = one;
    additions.push({ store: wanted.store, certificate, friendlyName, ...(await keyOf(one)) });
  }
  const added = await certificates.add(scope, additions, actorOf(deps, context));
  return {
    certificates: added.map(({ thumbprint, privateKey }) => ({ thumbprint, hasPrivateKey: privateKey !== undefined })),
  };
}
