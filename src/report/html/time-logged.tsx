import type { DateFormat } from '../../domain/culture-date.ts';

/** The third column: local time for the reader, UTC for programs. */
export function TimeLogged({ time, formatDate }: { readonly time: Date; readonly formatDate: DateFormat }) {
  return (
    <span class="cell time">
      <time dateTime={time.toISOString()}>{formatDate(time)}</time>
    </span>
  );
}
