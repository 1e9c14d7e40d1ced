import type { StoredRequest } from '../../domain/request/stored-request.ts';
import type { CertificateFacts } from '../../ports/certificate-reader.ts';
import { nameDifference } from '../request/check-issued.ts';
import type { PlannedCertificate } from './plan-import.ts';

/** What a person has to know of a certificate that came into My. */
export function importWarnings(
  { facts, key, present }: PlannedCertificate,
  exportable: boolean | undefined,
): readonly string[] {
  const { thumbprint } = facts;
  switch (key.from) {
    case 'file':
      return [];
    case 'nowhere':
      return [key.isUnread === true ? unreadKeyWarning(thumbprint) : noKeyWarning(thumbprint, key.heldBy)];
    case 'request': {
      const difference = nameDifference(key.stored, facts);
      return [...(difference === undefined ? [] : [difference]), ...keptRule(thumbprint, exportable, key.stored)];
    }
    case 'store':
      return keptRule(thumbprint, exportable, key.entry);
    case 'itself':
      return present === undefined ? [] : keptRule(thumbprint, exportable, present);
    case 'companion':
      return [];
  }
}

function noKeyWarning(thumbprint: string, heldBy: StoredRequest | undefined): string {
  const reason =
    heldBy === undefined
      ? 'no open certificate request and no certificate has the key that belongs to it'
      : `the certificate request "${heldBy.requestId}", which is ${heldBy.state}, has the key that belongs to it`;
  return `The certificate "${thumbprint}" has no private key on this computer: ${reason}. It cannot be assigned.`;
}

function unreadKeyWarning(thumbprint: string): string {
  return `The certificate "${thumbprint}" has no private key on this computer: keys in PEM, as the file holds one, are not imported. Put certificate and key into a .pfx file and import that; it cannot be assigned before.`;
}

/** Whether a key may leave the store was decided when it came there. */
function keptRule(
  thumbprint: string,
  wanted: boolean | undefined,
  { exportable }: { readonly exportable: boolean },
): readonly string[] {
  if (wanted === undefined || wanted === exportable) return [];
  return [
    `-PrivateKeyExportable applies to keys that a file brings. The private key of the certificate "${thumbprint}" was here before and stays ${exportable ? 'exportable' : 'not exportable'}.`,
  ];
}

/** A certificate comes into the store whatever its dates are; a person should know of them. */
export function validityWarning(
  { thumbprint, notBefore, notAfter }: CertificateFacts,
  { now, formatDate }: { readonly now: Date; readonly formatDate: (date: Date) => string },
): string | undefined {
  if (now < notBefore) return `The certificate "${thumbprint}" is not valid before ${formatDate(notBefore)}.`;
  return now > notAfter ? `The certificate "${thumbprint}" has expired on ${formatDate(notAfter)}.` : undefined;
}
