/** The first SQLite whose write-ahead log does not lose pages when several processes reset it (dependencies 0). */
const SAFE_LOG_VERSION = [3, 51, 3] as const;

/** Which journal a SQLite of this version (`3.53.4`) can be trusted with. */
export function journalModeFor(sqliteVersion: string): 'wal' | 'delete' {
  const parts = sqliteVersion.split('.').map(Number);
  for (const [index, needed] of SAFE_LOG_VERSION.entries()) {
    const part = parts[index] ?? 0;
    if (part !== needed) return part > needed ? 'wal' : 'delete';
  }
  return 'wal';
}
