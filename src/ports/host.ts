import type { CertificateExists } from '../domain/assignment/certificate-exists.ts';
import type { EmulatedRequest } from '../domain/authority/emulated-request.ts';
import type { CommandError } from '../domain/errors/command-error.ts';
import type { ProductObject } from '../domain/product-object.ts';
import type { CertificateReference, ShortCertificateReference } from '../domain/request/certificate-reference.ts';
import type { CertificateRequest } from '../domain/request/certificate-request.ts';

/** What a verb writes to the pipeline. */
export type OutputObject =
  | ({ readonly kind: 'CertificateReference' } & CertificateReference)
  | ({ readonly kind: 'ShortCertificateReference' } & ShortCertificateReference)
  | ({ readonly kind: 'CertificateExists' } & CertificateExists)
  | ({ readonly kind: 'CertificateRequest' } & CertificateRequest)
  | ({ readonly kind: 'EmulatedRequest' } & EmulatedRequest)
  | { readonly kind: 'TopologyObject'; readonly object: ProductObject }
  /** An XML document as it was exported. */
  | { readonly kind: 'TopologyDocument'; readonly text: string };

/** A step that changes something, as PowerShell's ShouldProcess describes it. */
export interface ProposedAction {
  /** Shown behind `What if: ` and as the verbose text; may have several lines. */
  readonly description: string;
  /** Shown as the question of `-Confirm`. */
  readonly query: string;
  readonly caption: string;
}

/** Whoever runs a verb: PowerShell over the wire, or the command line. Everything a user sees passes here, in order. */
export interface Host {
  output(object: OutputObject): void;
  verbose(text: string): void;
  warning(text: string): void;
  /** A line for the person watching, never in the success stream (an information record tagged PSHOST). */
  hostLine(text: string): void;
  /** A non-terminating error. */
  error(error: CommandError): void;
  /** False with -WhatIf, or when the user declined. */
  shouldProcess(action: ProposedAction): Promise<boolean>;
  shouldContinue(query: string, caption: string): Promise<boolean>;
  /** A variable of the caller's environment: the engine's own holds an allow-list only. */
  environmentVariable(name: string): Promise<string | undefined>;
}
