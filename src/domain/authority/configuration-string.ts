/**
 * Which of the known configuration strings (`host\CA name`) somebody means: the same text in any case, else the only one
 * of that CA name whose host has that first label, since scripts write short host names where DNS completes them
 * (domain facts 4.9). Undefined where there is none, or where several could be meant.
 */
export function findConfiguration(known: readonly string[], given: string): string | undefined {
  const wanted = partsOf(given);
  const exact = known.find((config) => config.toLowerCase() === given.toLowerCase());
  if (exact !== undefined || wanted === undefined) return exact;
  const [only, ...others] = known.filter((config) => {
    const parts = partsOf(config);
    return parts !== undefined && parts.name === wanted.name && isShortFor(parts.host, wanted.host);
  });
  return others.length === 0 ? only : undefined;
}

interface Parts {
  readonly host: string;
  readonly name: string;
}

function partsOf(config: string): Parts | undefined {
  const [, host, name] = /^([^\\]+)\\(.+)$/.exec(config.trim().toLowerCase()) ?? [];
  return host === undefined || name === undefined ? undefined : { host, name };
}

/** One of the two is a single label, and it is the first one of the other. */
function isShortFor(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return !short.includes('.') && long.startsWith(`${short}.`);
}
