/** A path on a Windows drive, taken apart. */
export interface WindowsPath {
  /** One upper-case letter. */
  readonly drive: string;
  /** Names below the drive's root, without `.` and `..`. */
  readonly names: readonly string[];
}

/** What no name on a Windows file system contains: `:` would name a stream of a file, the rest is reserved. */
const FORBIDDEN = /[<>:"|?*\p{Cc}]/u;

/** Whether a text is a path on a drive (`C:\x`, `c:/x`, `C:x`, `C:`). */
export function isWindowsPath(text: string): boolean {
  return /^[A-Za-z]:/.test(text);
}

/**
 * Takes a path on a drive apart as Windows does: both slashes separate, `..` ends at the root; `C:x` counts from the
 * root, since a drive has no folder of its own here. A name that Windows would not allow gives that name back.
 */
export function parseWindowsPath(text: string): WindowsPath | { readonly forbidden: string } {
  const names: string[] = [];
  for (const name of text.slice(2).split(/[\\/]/)) {
    if (name === '' || name === '.') continue;
    if (name === '..') names.pop();
    else if (FORBIDDEN.test(name)) return { forbidden: name };
    else names.push(name);
  }
  return { drive: text.slice(0, 1).toUpperCase(), names };
}
