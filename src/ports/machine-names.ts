/** What only the machine that runs the engine knows about names. */
export interface MachineNames {
  /** The host's own fully qualified domain name, or its bare name. */
  ownFqdn(): Promise<string>;
  /** IDNA (UTS 46); an empty string where a name cannot be converted. */
  toAscii(name: string): string;
}
