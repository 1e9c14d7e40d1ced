/** One measured figure beside what it is held against. */
export interface Figure {
  readonly name: string;
  /** As it is shown, with its unit. */
  readonly measured: string;
  /** What it is compared with in the same run. */
  readonly yardstick: string;
  readonly result: string;
  readonly target: string;
  /** Undefined where there is no target. */
  readonly met: boolean | undefined;
  /** Figures beside the main one. */
  readonly note?: string;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

/** A figure that is a ratio of two times of one run. */
export function ratioFigure(
  name: string,
  times: { readonly measured: number; readonly yardstick: number; readonly yardstickName: string },
  limit: number,
  note?: string,
): Figure {
  const ratio = times.measured / times.yardstick;
  return {
    name,
    measured: milliseconds(times.measured),
    yardstick: `${times.yardstickName} ${milliseconds(times.yardstick)}`,
    result: `${ratio.toFixed(2)} ×`,
    target: `≤ ${limit} ×`,
    met: ratio <= limit,
    ...(note === undefined ? {} : { note }),
  };
}

/** A figure that is a ratio of two rates of one run, per second; a floor of 0 is no target. */
export function rateFigure(
  name: string,
  rates: { readonly measured: number; readonly yardstick: number; readonly yardstickName: string },
  floor: number,
  note?: string,
): Figure {
  const ratio = rates.measured / rates.yardstick;
  return {
    name,
    measured: `${Math.round(rates.measured)}/s`,
    yardstick: `${rates.yardstickName} ${Math.round(rates.yardstick)}/s`,
    result: `${ratio.toFixed(2)} ×`,
    target: floor === 0 ? '–' : `≥ ${floor} ×`,
    met: floor === 0 ? undefined : ratio >= floor,
    ...(note === undefined ? {} : { note }),
  };
}

/** A figure that is held against a number of milliseconds. */
export function timeFigure(name: string, measured: number, limit: number, yardstick: string, note?: string): Figure {
  return {
    name,
    measured: milliseconds(measured),
    yardstick,
    result: milliseconds(measured),
    target: `≤ ${limit} ms`,
    met: measured <= limit,
    ...(note === undefined ? {} : { note }),
  };
}

/** The table as Markdown. */
export function renderFigures(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ name, measured, yardstick, result, target, met }) =>
      `| ${name} | ${measured} | ${yardstick} | ${result} | ${target} | ${met === undefined ? '–' : met ? 'yes' : 'no'} |`,
  );
  const notes = figures.flatMap(({ name, note }) => (note === undefined ? [] : [`- ${name}: ${note}`]));
  const head = [
    '| figure | measured | yardstick of the same run | result | target | met |',
    '|---|---|---|---|---|---|',
  ];
  return [...head, ...rows, ...(notes.length === 0 ? [] : ['', ...notes])].join('\n');
}
