/** RFC 2268: PITABLE, the digits of pi that the key is expanded with. */
const PI_TABLE = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2' +
    '179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82' +
    '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7' +
    '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec' +
    'c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9' +
    '0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
);

const BLOCK = 8;
const ROTATIONS = [1, 2, 3, 5] as const;

/**
 * Decrypts RC2-CBC (RFC 2268) without its padding being taken off. Windows up to Server 2016 encrypts the certificates
 * of a PKCS#12 with it, and OpenSSL has it only where its legacy provider is installed.
 */
export function decryptRc2(key: Uint8Array, effectiveBits: number, iv: Uint8Array, content: Uint8Array): Uint8Array {
  const words = expandKey(key, effectiveBits);
  const plain = new Uint8Array(content.length);
  let previous = iv;
  for (let offset = 0; offset + BLOCK <= content.length; offset += BLOCK) {
    const block = content.subarray(offset, offset + BLOCK);
    const mixed = decryptBlock(words, block);
    for (const [index, byte] of mixed.entries()) plain[offset + index] = byte ^ (previous[index] ?? 0);
    previous = block;
  }
  return plain;
}

/** RFC 2268 2: 64 words from a key of 1 to 128 bytes, with no more strength than `effectiveBits`. */
function expandKey(key: Uint8Array, effectiveBits: number): Uint16Array {
  const bytes = new Uint8Array(128);
  bytes.set(key);
  const at = (index: number) => bytes[index] ?? 0;
  const pi = (index: number) => PI_TABLE[index & 0xff] ?? 0;
  for (let index = key.length; index < 128; index++) bytes[index] = pi(at(index - 1) + at(index - key.length));
  const effectiveBytes = Math.ceil(effectiveBits / 8);
  const first = 128 - effectiveBytes;
  bytes[first] = pi(at(first) & (0xff >> (8 * effectiveBytes - effectiveBits)));
  for (let index = first - 1; index >= 0; index--) bytes[index] = pi(at(index + 1) ^ at(index + effectiveBytes));
  return Uint16Array.from({ length: 64 }, (_, word) => at(2 * word) | (at(2 * word + 1) << 8));
}

/** RFC 2268 4: five mixing rounds, one mashing, six mixing, one mashing, five mixing, backwards. */
function decryptBlock(key: Uint16Array, block: Uint8Array): Uint8Array {
  const words = Uint16Array.from(
    { length: 4 },
    (_, word) => (block[2 * word] ?? 0) | ((block[2 * word + 1] ?? 0) << 8),
  );
  const at = (index: number) => words[index & 3] ?? 0;
  let next = 63;
  for (let round = 15; round >= 0; round--) {
    for (const word of [3, 2, 1, 0]) {
      const turn = ROTATIONS[word & 3] ?? 0;
      const turned = (at(word) >>> turn) | (at(word) << (16 - turn));
      words[word] = turned - (key[next--] ?? 0) - (at(word + 3) & at(word + 2)) - (~at(word + 3) & at(word + 1));
    }
    if (round !== 11 && round !== 5) continue;
    for (const word of [3, 2, 1, 0]) words[word] = at(word) - (key[at(word + 3) & 63] ?? 0);
  }
  return Uint8Array.from({ length: BLOCK }, (_, index) => at(index >> 1) >>> (8 * (index & 1)));
}
