import { hash } from 'node:crypto';

/** What a derived key is for (RFC 7292 B.3). */
export const PURPOSE = { key: 1, initializationVector: 2, integrity: 3 } as const;

/** Digests by their names in Node, with the length of the block they compress (B.2: `v`). */
const BLOCK_LENGTHS = { sha1: 64, sha224: 64, sha256: 64, sha384: 128, sha512: 128 } as const;

/** What the digests give, in bytes. */
export const DIGEST_LENGTHS = { sha1: 20, sha224: 28, sha256: 32, sha384: 48, sha512: 64 } as const;

export type Pkcs12Digest = keyof typeof BLOCK_LENGTHS;

export interface Stretching {
  readonly digest: Pkcs12Digest;
  readonly salt: Uint8Array;
  readonly iterations: number;
}

/**
 * Bytes from a password by PKCS#12's own method (RFC 7292 B.2). `password` is UTF-16 with the high byte first and two
 * zeros at its end, or nothing at all where there is no password.
 */
export function derivePkcs12Key(
  { digest, salt, iterations }: Stretching,
  password: Uint8Array,
  purpose: number,
  length: number,
): Uint8Array {
  const block = BLOCK_LENGTHS[digest];
  const diversifier = new Uint8Array(block).fill(purpose);
  const input = Buffer.concat([fillBlocks(salt, block), fillBlocks(password, block)]);
  const derived: Uint8Array[] = [];
  for (let have = 0; have < length; ) {
    let part: Uint8Array = hash(digest, Buffer.concat([diversifier, input]), 'buffer');
    for (let round = 1; round < iterations; round++) part = hash(digest, part, 'buffer');
    derived.push(part);
    have += part.length;
    if (have < length) addToBlocks(input, repeated(part, block), block);
  }
  return Buffer.concat(derived).subarray(0, length);
}

/** Copies behind one another up to a whole number of blocks. */
function fillBlocks(bytes: Uint8Array, block: number): Uint8Array {
  return repeated(bytes, block * Math.ceil(bytes.length / block));
}

function repeated(bytes: Uint8Array, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0);
}

/** Adds `addend + 1` to every block, each a number of its own with the high byte first. */
function addToBlocks(blocks: Uint8Array, addend: Uint8Array, block: number): void {
  for (let end = block; end <= blocks.length; end += block) {
    let carry = 1;
    for (let index = 1; index <= block; index++) {
      const sum = (blocks[end - index] ?? 0) + (addend[block - index] ?? 0) + carry;
      blocks[end - index] = sum;
      carry = sum >> 8;
    }
  }
}
