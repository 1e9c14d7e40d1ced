import type { ProcessTable } from '../../ports/process-table.ts';

/** The operating system's own. */
export const systemProcesses: ProcessTable = {
  id: process.pid,
  isRunning: (id) => {
    try {
      process.kill(id, 0);
      return true;
    } catch (error) {
      // Somebody else's process is there, it only may not be signalled.
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  },
};
