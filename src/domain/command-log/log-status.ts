import type { ActionEntry, CommandLog, LogEntry } from '../command-log.ts';

/** How a run or one of its actions ended, in the page's words (domain facts 3.4, result texts). */
export type LogStatus = 'Success' | 'Completed with warnings' | 'Completed with errors' | 'Failed';

/**
 * The status of a run or an action. It failed when an exception was recorded in it directly; errors and failures
 * further down make it `Completed with errors`, warnings anywhere below `Completed with warnings`.
 */
export function logStatus(step: CommandLog | ActionEntry): LogStatus {
  if (step.entries.some((entry) => entry.kind === 'exception')) return 'Failed';
  const marks = step.entries.map(markOf);
  if (marks.includes('error')) return 'Completed with errors';
  return marks.includes('warning') ? 'Completed with warnings' : 'Success';
}

function markOf(entry: LogEntry): 'error' | 'warning' | 'none' {
  if (entry.kind === 'warning' || entry.kind === 'error') return entry.kind;
  if (entry.kind !== 'action') return 'none';
  const status = logStatus(entry);
  if (status === 'Failed' || status === 'Completed with errors') return 'error';
  return status === 'Completed with warnings' ? 'warning' : 'none';
}
