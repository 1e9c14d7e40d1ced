/** How the protection of private keys was set up, without anything that would reveal it. */
export interface KeyCheck {
  /** Where the key-protection key comes from. */
  readonly source: 'file' | 'passphrase';
  /** Hexadecimal; only a passphrase has one. */
  readonly salt: string;
  /** Hexadecimal; equal if and only if the key-protection key is the same. */
  readonly check: string;
}

/** Remembers beside the encrypted keys which key protects them, so that a lost or different one is noticed. */
export interface KeyCheckBook {
  read(): Promise<KeyCheck | undefined>;
  /** Keeps the first one ever given, and gives back the one that is kept. */
  keepFirst(candidate: KeyCheck): Promise<KeyCheck>;
}
