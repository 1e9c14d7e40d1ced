import type { Entropy } from '../../../ports/entropy.ts';

const LENGTH = 16;

/** Sixteen random bytes, big-endian, positive and without a leading zero: 126 random bits (RFC 5280 4.1.2.2). */
export function newSerialNumber(entropy: Entropy): Uint8Array {
  const bytes = Uint8Array.from(entropy.bytes(LENGTH));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}
