/** The value of -DomainName, taken apart. */
export interface DomainNameList {
  /** In the caller's order and casing, without blanks, empty entries and repetitions. */
  readonly names: readonly string[];
  /** Entries that repeat an earlier one in any casing, in the caller's order. */
  readonly repeated: readonly string[];
}

/**
 * Splits the comma list of -DomainName (domain facts 4.1: one String, blanks after commas tolerated). Says nothing about
 * whether an entry is a DNS name; the DNS rules run afterwards. Undefined and an empty string are an empty list.
 */
export function splitDomainNames(list: string | undefined): DomainNameList {
  const names: string[] = [];
  const repeated: string[] = [];
  const seen = new Set<string>();
  for (const entry of (list ?? '').split(',')) {
    const name = entry.trim();
    if (name === '') continue;
    const key = name.toLowerCase();
    (seen.has(key) ? repeated : names).push(name);
    seen.add(key);
  }
  return { names, repeated };
}
