import type { CertificateUse } from '../../domain/certificate-use.ts';
import type { ProposedAction } from '../../ports/host.ts';
import type { PlannedCertificate } from './plan-import.ts';

/** One question for the whole file, that names each certificate and what it is assigned to. */
export function proposedImport(
  path: string,
  planned: readonly PlannedCertificate[],
  assigned: { readonly thumbprint: string; readonly uses: readonly CertificateUse[] } | undefined,
): ProposedAction {
  const parts = planned.map((one) => `${thumbprintAndSubject(one)} into LocalMachine\\${one.store}${keyWords(one)}`);
  const assignment =
    assigned === undefined
      ? ''
      : ` Assign the certificate "${assigned.thumbprint}" globally for the type "${assigned.uses.join(',')}".`;
  const what = `Import the certificate file "${path}": ${parts.join('; ')}.${assignment}`;
  return { description: what, query: what, caption: 'Confirm' };
}

export function thumbprintAndSubject({ facts }: PlannedCertificate): string {
  return `"${facts.thumbprint}" (${facts.subject})`;
}

/** Where the key comes from, as the end of a sentence about a certificate of My; empty for another store. */
export function keyWords({ store, key }: PlannedCertificate): string {
  if (store !== 'My') return '';
  switch (key.from) {
    case 'file':
      return ' with the private key of the file';
    case 'request':
      return ` with the private key of the certificate request "${key.stored.requestId}"`;
    case 'store':
      return ` with the private key of the certificate "${key.entry.thumbprint}"`;
    case 'companion':
      return ` with the private key of the certificate "${key.thumbprint}"`;
    case 'itself':
      return ', where it is already with its private key';
    case 'nowhere':
      return ' without a private key';
  }
}
