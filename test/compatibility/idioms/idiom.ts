/** The parts of "what scripts do", in the order of docs/compatibility.md. */
export const SECTIONS = [
  'Loading the module',
  'Spelling',
  'Passing certificates on',
  'The certificate store',
  'Reading what is assigned',
  'No prompts, and failures',
  'Catching errors',
  'Retrying, waiting, reusing',
  'Files',
  'Certification authorities and accounts',
  'Importing',
  'The neighbours',
] as const;

export type Section = (typeof SECTIONS)[number];

/** One way in which administrators' scripts are written, and a script that does it. */
export interface Idiom {
  readonly section: Section;
  readonly idiom: string;
  /** File in `scripts/`, without its ending. */
  readonly script: string;
  /** PowerShell that makes what the script expects to find; `$ca` is the CA. */
  readonly prepare?: string;
  /** What stands behind the script's name; `-CA` is given where the script has it. */
  readonly arguments?: string;
  /** Which deployment it runs against; the Enterprise Edition sample without it. */
  readonly deployment?: 'lab' | 'edge' | 'isolated';
  readonly loadsModule?: boolean;
  /** Texts on the success stream, in order. */
  readonly says: readonly (string | RegExp)[];
  /** FullyQualifiedErrorIds of the errors that the script did not catch. */
  readonly errors?: readonly string[];
  readonly exitCode?: number;
  /** Certificates in the machine's own store afterwards. */
  readonly certificates?: number;
  /** Where it is not as in the product: how. */
  readonly differs?: string;
}
