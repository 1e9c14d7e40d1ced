/** A path on a Windows drive or share, taken apart. */
export interface WindowsPath {
  /** Where its root lies below the folder of the drives: one upper-case letter, or `UNC`, server and share. */
  readonly volume: readonly string[];
  /** Names below that root, without `.` and `..`. */
  readonly names: readonly string[];
}

/** Why a text is no such path, as the end of a sentence. */
export interface UnusablePath {
  readonly problem: string;
}

/** Whose server names make `\\server\c$` a drive of this machine. */
export type IsThisMachine = (server: string) => boolean;

/** The folder of all shares; a drive has one letter. */
export const SHARES = 'UNC';

/** What no name on a Windows file system contains: `:` would name a stream of a file, the rest is reserved. */
const FORBIDDEN = /[<>:"|?*\p{Cc}]/u;

/** Whether a text is a path on a drive (`C:\x`, `c:/x`, `C:x`, `C:`) or on a share (`\\server\share\x`). */
export function isWindowsPath(text: string): boolean {
  return /^[A-Za-z]:/.test(text) || isSharePath(text);
}

/** With slashes it would be a path of this host. */
export function isSharePath(text: string): boolean {
  return text.startsWith('\\\\');
}

/**
 * Takes a path apart as Windows does: both slashes separate, `..` ends at the root; `C:x` counts from the root, since a
 * drive has no folder of its own here. The administrative share of a drive is that drive on this machine.
 */
export function parseWindowsPath(text: string, isThisMachine: IsThisMachine): WindowsPath | UnusablePath {
  if (!isSharePath(text)) return pathBelow([text.slice(0, 1).toUpperCase()], text.slice(2).split(/[\\/]/));
  const [server, share, ...rest] = text.split(/[\\/]/).filter((part) => part !== '');
  if (server === undefined || share === undefined) return { problem: 'it names no share of a server' };
  const wrong = [server, share].find((name) => isForbidden(name) || /^\.+$/.test(name));
  if (wrong !== undefined) return { problem: `"${wrong}" is no name of a server or a share` };
  const letter = /^([A-Za-z])\$$/.exec(share)?.[1];
  return letter !== undefined && isThisMachine(server)
    ? pathBelow([letter.toUpperCase()], rest)
    : pathBelow([SHARES, server, share], rest);
}

/** The path in Windows' spelling; undefined where the parts lead to no drive or share. */
export function spellWindowsPath(parts: readonly string[]): string | undefined {
  const [first = '', server, share, ...rest] = parts;
  if (/^[A-Za-z]$/.test(first)) return `${first}:\\${parts.slice(1).join('\\')}`;
  if (first !== SHARES || server === undefined || share === undefined) return undefined;
  return `\\\\${[server, share, ...rest].join('\\')}`;
}

function pathBelow(volume: readonly string[], parts: readonly string[]): WindowsPath | UnusablePath {
  const names: string[] = [];
  for (const name of parts) {
    if (name === '' || name === '.') continue;
    if (name === '..') names.pop();
    else if (isForbidden(name)) return { problem: `"${name}" is no name for a file on a Windows drive` };
    else names.push(name);
  }
  return { volume, names };
}

function isForbidden(name: string): boolean {
  return FORBIDDEN.test(name);
}
