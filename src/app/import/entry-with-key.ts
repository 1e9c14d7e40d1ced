import type { StoreScope } from '../../domain/request/stored-request.ts';
import type { CertificateEntry } from '../../ports/certificate-store.ts';
import type { Deps } from '../deps.ts';

/** The newest certificate with this key, removed ones too. */
export async function entryWithKey(
  deps: Deps,
  scope: StoreScope,
  spkiSha256: string,
): Promise<CertificateEntry | undefined> {
  if (!deps.stateExists()) return undefined;
  const reader = await deps.reader();
  const entries = await deps.openState().certificates.list(scope, { store: 'My', withRemoved: true });
  return entries.findLast(
    ({ privateKey, certificate }) => privateKey !== undefined && reader.read(certificate).spkiSha256 === spkiSha256,
  );
}
