/** The processes of this machine: whether the one that began a step may still end it. */
export interface ProcessTable {
  /** This process. */
  readonly id: number;
  isRunning(id: number): boolean;
}
