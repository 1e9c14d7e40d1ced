/** Root certificates of public CAs, as an operating system brings them beside those that its administrator adds. */
export interface PublicRoots {
  /** Those that have issued one of the certificates, whatever anybody's dates; all DER. */
  issuersOf(certificates: readonly Uint8Array[]): readonly Uint8Array[];
}
