import type { Reading } from '../certificate-reading.ts';

/** A certificate, and what it is checked against. Paths are absolute. */
export interface Chain {
  /** PEM of one certificate. */
  readonly path: string;
  /** PEM. */
  readonly root: string;
  /** A name that the certificate has to cover; undefined where it names no host. */
  readonly host: string | undefined;
}

/** A program that is not ours. Every method throws, or its promise rejects, when the program finds fault. */
export interface ForeignReader {
  readonly name: string;
  /** Undefined where it is installed. */
  readonly skip: string | undefined;
  /** Verifies the signature of a request (PEM) and reads it. */
  request?(path: string): Promise<Reading>;
  /** Reads a certificate (PEM, one in the file). */
  certificate?(path: string): Promise<Reading>;
  /** Builds the chain up to the root: signatures, dates, basic constraints, server authentication, host name. */
  verify?(chain: Chain): Promise<void>;
}
