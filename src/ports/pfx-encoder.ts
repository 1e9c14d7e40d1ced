/** What goes into a PKCS#12 file. */
export interface PfxContent {
  /** DER. */
  readonly certificate: Uint8Array;
  /** DER of the CA certificates, the nearest first. */
  readonly chain: readonly Uint8Array[];
  readonly friendlyName: string;
  /** DER of PKCS#8; undefined for a file of certificates only. */
  readonly privateKey: Uint8Array | undefined;
}

/** Makes PKCS#12 files (RFC 7292), encrypted and authenticated by the password. */
export interface PfxEncoder {
  encode(content: PfxContent, password: string): Promise<Uint8Array>;
}
