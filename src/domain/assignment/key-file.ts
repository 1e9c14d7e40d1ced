/** What a private key's file on Windows is named after. */
export interface KeyFileOwner {
  /** SHA-256 of the SubjectPublicKeyInfo, hexadecimal. */
  readonly spkiSha256: string;
  readonly hasRsaKey: boolean;
  readonly machine: string;
}

/**
 * Where Windows would keep the key: a CryptoAPI container for RSA, a CNG one for the rest (domain facts 4.7 and 7.3,
 * transcripts). Names are made from key and machine, so that the same key has the same file.
 */
export function privateKeyPath({ spkiSha256, hasRsaKey, machine }: KeyFileOwner): string {
  const folder = hasRsaKey ? 'RSA\\MachineKeys' : 'Keys';
  return `C:\\ProgramData\\Microsoft\\Crypto\\${folder}\\${spkiSha256.slice(0, 32)}_${machineGuid(machine)}`;
}

/** Looks like the MachineGuid of a Windows registry; FNV-1a over the name, once for each group of eight digits. */
function machineGuid(machine: string): string {
  const digits = [1, 2, 3, 4].map((round) => fnv1a(`${round} ${machine.toLowerCase()}`)).join('');
  return [8, 12, 16, 20, 32].map((end, index) => digits.slice([0, 8, 12, 16, 20][index], end)).join('-');
}

function fnv1a(text: string): string {
  const hash = Array.from(text).reduce(
    (value, character) => Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0,
    0x811c9dc5,
  );
  return hash.toString(16).padStart(8, '0');
}
