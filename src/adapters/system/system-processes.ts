import { readFileSync, readlinkSync } from 'node:fs';
import type { NamedProcess, ProcessFate, ProcessTable } from '../../ports/process-table.ts';

/**
 * The operating system's own. On Linux a process is told apart by the boot of the machine, the process namespace and
 * the moment it began, counted since that boot: a clock that is set cannot mislead. Elsewhere there is its number only.
 */
export const systemProcesses: ProcessTable = {
  id: process.pid,
  get mark() {
    const place = ownPlace();
    const began = place === undefined ? undefined : beginningOf('self');
    return place === undefined || began === undefined ? '' : `${place.boot} ${place.namespace} ${began}`;
  },
  fateOf,
};

function fateOf({ processId, processMark = '' }: NamedProcess): ProcessFate {
  const [boot, namespace, began] = processMark.split(' ');
  const place = ownPlace();
  if (place === undefined || began === undefined) return isTaken(processId) ? 'unknowable' : 'gone';
  if (boot !== place.boot) return 'gone';
  if (namespace !== place.namespace) return 'unknowable';
  return beginningOf(String(processId)) === began ? 'running' : 'gone';
}

/** Which boot of which machine, and which of its process namespaces (containers); undefined where it is not Linux. */
function ownPlace(): { readonly boot: string; readonly namespace: string } | undefined {
  try {
    return {
      boot: readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim(),
      namespace: readlinkSync('/proc/self/ns/pid'),
    };
  } catch {
    return undefined;
  }
}

/**
 * Clock ticks between the boot and the beginning of a process: field 22 of proc(5) stat. A process that has ended and
 * waits for its parent is gone. The name, field 2, may hold blanks and parentheses.
 */
function beginningOf(process: string): string | undefined {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, 'latin1');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? undefined : fields[18];
  } catch {
    return undefined;
  }
}

function isTaken(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Somebody else's process is there, it only may not be signalled.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
