/** Who calls a verb, from where, and how it may speak. */
export interface CallContext {
  /** The command as typed; the log's name. */
  readonly command: string;
  /** Current folder of the file system. */
  readonly location: string;
  /** Culture name such as `en-US`; empty for the invariant culture. */
  readonly culture: string;
  readonly interactive: boolean;
  /** Effective -WhatIf: nothing at all is written. */
  readonly whatIf: boolean;
  /** Effective -Confirm. */
  readonly confirm?: boolean;
  /** -Confirm:$false was given: no question at all. */
  readonly unprompted?: boolean;
  readonly verbose: boolean;
  /** `DOMAIN\user`, or the user name alone. */
  readonly user: string;
  /** The user of a remote session, where there is one. */
  readonly connectedUser?: string;
  readonly computer: string;
  readonly processId: number;
  readonly temporaryFolder: string;
}
