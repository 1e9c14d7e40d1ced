/** A process as a row of the store names it. */
export interface NamedProcess {
  readonly processId: number;
  /** `ProcessTable.mark` of that process; absent or empty where its platform has none. */
  readonly processMark?: string;
}

/** `unknowable`: its number is taken, or out of sight, and nothing tells whether by the same process. */
export type ProcessFate = 'running' | 'gone' | 'unknowable';

/** The processes of this machine: whether the one that began a step may still end it. */
export interface ProcessTable {
  /** This process. */
  readonly id: number;
  /** Opaque; no other process that had or will have this one's number has it. Empty where the platform tells nothing. */
  readonly mark: string;
  /** Of a process of this machine. */
  fateOf(process: NamedProcess): ProcessFate;
}
