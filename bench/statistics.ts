/** The middle value; of an even number of values the upper middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the given share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Milliseconds that one run takes. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/**
 * Runs the alternatives in turn, A B C A B C …, so that a machine whose speed drifts drifts for all. Gives each one's
 * times in milliseconds; the first `warmUp` rounds do not count.
 */
export async function interleaved<Name extends string>(
  rounds: number,
  alternatives: Readonly<Record<Name, () => Promise<number>>>,
  warmUp = 1,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(alternatives) as Name[];
  const times = Object.fromEntries(names.map((name): [Name, number[]] => [name, []])) as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const time = await alternatives[name]();
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
}
