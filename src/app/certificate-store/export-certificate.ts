import { commandError } from '../../domain/errors/catalogue.ts';
import type { CertificateEntry } from '../../ports/certificate-store.ts';
import type { Host } from '../../ports/host.ts';
import { chainAbove } from '../certificate-chain.ts';
import type { Deps } from '../deps.ts';
import { type CertificateChoice, chosenCertificate } from './open-store.ts';

export type CertificateExport = CertificateChoice &
  (
    | { readonly format: 'der' }
    | {
        /** With the private key, which has to be exportable. */
        readonly format: 'pfx';
        readonly password: string;
        /** With the CA certificates above it that the store has. */
        readonly chain: boolean;
      }
  );

/** The bytes of a file that holds the certificate, in Base64. */
export async function exportCertificate(
  deps: Deps,
  wanted: CertificateExport,
  host: Host,
): Promise<{ readonly content: string }> {
  const { scope, state, entry } = await chosenCertificate(deps, wanted, host);
  if (wanted.format === 'der') return { content: base64(entry.certificate) };
  const privateKey = await state.keys.reveal(exportableKey(entry));
  const chain = wanted.chain
    ? chainAbove(await deps.reader(), entry.certificate, await state.certificates.list(scope))
    : [];
  const pfx = await (await deps.pfx()).encode(
    {
      certificate: entry.certificate,
      chain,
      friendlyName: entry.friendlyName,
      privateKey,
    },
    wanted.password,
  );
  return { content: base64(pfx) };
}

function exportableKey({ privateKey, exportable, thumbprint }: CertificateEntry): string {
  if (privateKey === undefined) throw commandError('PrivateKeyAbsent', { thumbprint }, { target: thumbprint });
  if (!exportable) throw commandError('KeyNotExportable', { thumbprint }, { target: thumbprint });
  return privateKey;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
