import { hostname, tmpdir, userInfo } from 'node:os';
import type { CallContext } from '../app/call-context.ts';

/** What a verb learns about the process that calls it. */
export function processContext(
  environment: Readonly<Record<string, string | undefined>>,
): Omit<CallContext, 'command' | 'whatIf' | 'verbose'> {
  return {
    location: process.cwd(),
    culture: culture(environment),
    interactive: process.stdin.isTTY === true,
    user: userName(),
    computer: hostname(),
    processId: process.pid,
    temporaryFolder: tmpdir(),
  };
}

/** LC_ALL, LC_TIME or LANG, as POSIX programs read them. */
function culture(environment: Readonly<Record<string, string | undefined>>): string {
  return environment['LC_ALL'] || environment['LC_TIME'] || environment['LANG'] || '';
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
