/** Encrypts private keys before they are stored. Nothing else sees the key that protects them. */
export interface KeyProtector {
  /** DER of an unencrypted PKCS#8 PrivateKeyInfo to PEM of an encrypted one (PBES2, AES-256-CBC). */
  protect(pkcs8: Uint8Array): Promise<string>;
  /** The way back; errors `KeyProtectionKeyMissing`, `KeyProtectionKeyWrong`, `PrivateKeyUnreadable`. */
  reveal(pem: string): Promise<Uint8Array>;
}
