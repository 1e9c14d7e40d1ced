import type { EndPoint } from './durable-steps.ts';

export const CA = 'atl-ca-001.litwareinc.com\\myca';

/** Templates of the harness's deployment: one a way in which the CA can answer. */
export type TemplateName = 'WebServer' | 'approval' | 'closed';

export type VerbCall =
  | { readonly verb: 'new'; readonly template: TemplateName }
  | { readonly verb: 'offline' | 'retrieve' | 'clear' | 'list' | 'check' }
  | SiblingCall
  | { readonly verb: 'approve' | 'deny' | 'revoke'; readonly number: number };

/** Set-, Import- and Remove-CsCertificate, and what a certificate drive does. */
export type SiblingCall =
  /** Assigned for all three types of a Front End; `roll` assigns OAuthTokenIssuer from tomorrow on. */
  | { readonly verb: 'set' | 'roll' | 'setGlobal'; readonly thumbprint: string }
  /** No certificate any more for the three types. */
  | { readonly verb: 'remove' }
  | { readonly verb: 'import'; readonly path: string }
  /** Set-CsCertificate -Path: what the file brings and what it is assigned to, in one go. */
  | { readonly verb: 'setFile'; readonly path: string; readonly thumbprint: string }
  /** Remove-Item with -DeleteKey, and Move-Item from My to CA. */
  | { readonly verb: 'take' | 'move'; readonly thumbprint: string }
  | { readonly verb: 'selfSigned' };

export const FRONT_END_USES = ['Default', 'WebServicesInternal', 'WebServicesExternal'] as const;
export const ROLLED_USE = 'OAuthTokenIssuer';

/** What a verb process is told, as JSON in its first argument. */
export interface VerbOrder {
  readonly home: string;
  readonly deployment: string;
  readonly temporaryFolder: string;
  readonly calls: readonly VerbCall[];
  readonly end?: EndPoint;
  /** What this process's clock is ahead (or behind) of the real one, in milliseconds. */
  readonly clockOffset?: number;
  /** Largest file it may write, in blocks of 512 bytes; beyond it the disk is full for this process. */
  readonly fileLimit?: number;
  /** Credentials for a CA that has accounts. It reaches the process in its environment. */
  readonly password?: string;
}

/** What a verb process says, a JSON object a line; what it said before its end was acknowledged to the user. */
export type VerbLine =
  | { readonly said: 'ready' }
  | { readonly said: 'certificate'; readonly thumbprint: string }
  | { readonly said: 'request'; readonly requestId: number; readonly status: string }
  | { readonly said: 'error'; readonly code: string; readonly message: string }
  | { readonly said: 'finding'; readonly text: string }
  | { readonly said: 'settled'; readonly verb: 'approve' | 'deny' | 'revoke'; readonly number: number }
  | { readonly said: 'assigned' | 'assignedGlobal' | 'rolled' | 'taken' | 'moved'; readonly thumbprint: string }
  | { readonly said: 'unassigned' }
  | { readonly said: 'done'; readonly steps: number };
