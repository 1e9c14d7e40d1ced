/** The oldest Node whose SQLite has the write-ahead-log fix and gives no experimental warning. */
export const OLDEST_NODE = '24.15.0';
/** The oldest PowerShell the module is tried on. */
export const OLDEST_POWERSHELL = '7.4.0';
/** The oldest .NET SDK that builds the console host. */
export const OLDEST_DOTNET_SDK = '10.0.100';

/**
 * Whether a version is at least another, by its whole number. A pre-release counts as older than its release.
 * @param {string} version such as `v24.21.0` or `7.6.0-preview.4`
 * @param {string} oldest
 */
export function isAtLeast(version, oldest) {
  const found = parse(version);
  const wanted = parse(oldest);
  if (found === undefined || wanted === undefined) return false;
  for (const [index, number] of wanted.numbers.entries()) {
    const difference = (found.numbers[index] ?? 0) - number;
    if (difference !== 0) return difference > 0;
  }
  return wanted.preRelease || !found.preRelease;
}

/** @param {string} version */
function parse(version) {
  const match = /^\s*v?(\d+)\.(\d+)(?:\.(\d+))?(?:\.\d+)?(-[\w.-]+)?(?:\+\S*)?\s*$/.exec(version);
  if (match === null) return undefined;
  return {
    numbers: [match[1], match[2], match[3]].map((part) => Number(part ?? 0)),
    preRelease: match[4] !== undefined,
  };
}
