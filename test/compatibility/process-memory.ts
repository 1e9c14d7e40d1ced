import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Processes that `pid` started and that are still there. */
export function childrenOf(pid: number): readonly number[] {
  if (process.platform !== 'linux') return numbersOf('pgrep', ['-P', `${pid}`]);
  const tasks = readdirSync(`/proc/${pid}/task`);
  return tasks.flatMap((task) => wordsOf(readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')).map(Number));
}

/** Resident memory in KB. */
export function memoryOf(pid: number): number {
  if (process.platform !== 'linux') return numbersOf('ps', ['-o', 'rss=', '-p', `${pid}`])[0] ?? 0;
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // Dead already, where nobody has asked for its exit code yet.
  return process.platform !== 'linux' || !/^State:\s+Z/m.test(statusOf(pid));
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return 'State:\tZ';
  }
}

function numbersOf(program: string, args: readonly string[]): readonly number[] {
  return wordsOf(spawnSync(program, args, { encoding: 'utf8' }).stdout).map(Number);
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
