import { sign } from 'node:crypto';
import type { RevocationListContent, RevokedCertificate } from '../../../domain/authority/book-entry.ts';
import { reasonCode } from '../../../domain/authority/revocation-reason.ts';
import {
  bitString,
  type Der,
  encoded,
  integer,
  sequence,
  tagged,
  time,
  toBytes,
  unsignedInteger,
} from '../../x509/der.ts';
import { authorityKeyIdentifier, crlNumber, crlReason, encodeExtensions } from '../../x509/extensions.ts';
import { signatureAlgorithm } from '../../x509/signature-algorithm.ts';
import type { IssuingIdentity } from './issuing-identity.ts';
import { revocationListValidity } from './validity.ts';

/** Version 2, as X.509 counts from zero. */
const VERSION_2 = 1;

/** A certificate revocation list (RFC 5280 5.1), signed with RSA and SHA-256; gives its DER. */
export function signRevocationList(
  identity: IssuingIdentity,
  { number, revoked }: RevocationListContent,
  now: Date,
): Uint8Array {
  const algorithm = signatureAlgorithm('RSA');
  const { thisUpdate, nextUpdate } = revocationListValidity(now);
  const body = sequence(
    integer(VERSION_2),
    algorithm,
    encoded(identity.name),
    time(thisUpdate),
    time(nextUpdate),
    // Absent when nothing is revoked (RFC 5280 5.1.2.6).
    ...(revoked.length === 0 ? [] : [sequence(...revoked.map(revokedCertificate))]),
    tagged(0, encodeExtensions([authorityKeyIdentifier(identity.keyIdentifier), crlNumber(number)])),
  );
  return toBytes(sequence(body, algorithm, bitString(sign('sha256', toBytes(body), identity.key))));
}

/** An unspecified reason is left out (RFC 5280 5.3.1). */
function revokedCertificate({ serialNumber, when, reason }: RevokedCertificate): Der {
  const code = reasonCode(reason);
  const extensions = code === 0 ? [] : [encodeExtensions([crlReason(code)])];
  return sequence(unsignedInteger(Buffer.from(serialNumber, 'hex')), time(when), ...extensions);
}
