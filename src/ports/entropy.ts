/** Randomness, handed in so that tests can repeat it. */
export interface Entropy {
  bytes(length: number): Uint8Array;
  /** A random GUID, lower case with dashes. */
  guid(): string;
}
