/** Writes a date and time for a person, e.g. `11/1/2018 5:37:08 PM`. */
export type DateFormat = (date: Date) => string;

/** ICU puts narrow blanks and direction marks between the parts; .NET and scripts that read the text have none. */
const UNUSUAL_BLANKS = /[\u00a0\u2009\u202f]/g;
const DIRECTION_MARKS = /[\u061c\u200e\u200f]/g;

/**
 * The `G` format of .NET (short date with a four-digit year, blank, long time) in a culture and time zone.
 * `culture` is a .NET or POSIX name (`fr-FR`, `fr_FR.UTF-8`); the invariant ones (empty, C, POSIX) and unknown ones
 * give en-US formats (domain facts 10, invariant culture). `timeZone` is an IANA name; absent: the machine's own.
 */
export function cultureDateFormat(culture: string, timeZone?: string): DateFormat {
  const locale = localeOf(culture);
  // Loading ICU's tables costs a cold process twice what a whole command may take: the usual case does without.
  if (locale === 'en-US' && timeZone === undefined) return formatUnitedStates;
  return formatByIntl(locale, timeZone);
}

function localeOf(culture: string): string {
  const name = culture.replace(/[.@].*$/, '').replaceAll('_', '-');
  if (/^(|C|POSIX|en-US|en-US-POSIX)$/i.test(name)) return 'en-US';
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(name)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

function formatUnitedStates(date: Date): string {
  const hours = date.getHours();
  const day = `${date.getMonth() + 1}/${date.getDate()}/${date.getFullYear()}`;
  const time = `${hours % 12 || 12}:${twoDigits(date.getMinutes())}:${twoDigits(date.getSeconds())}`;
  return `${day} ${time} ${hours < 12 ? 'AM' : 'PM'}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function formatByIntl(locale: string, timeZone: string | undefined): DateFormat {
  const common = { numberingSystem: 'latn', ...(timeZone === undefined ? {} : { timeZone }) };
  const shortDate = new Intl.DateTimeFormat(locale, { ...common, dateStyle: 'short' });
  const fullYear = new Intl.DateTimeFormat(locale, { ...common, year: 'numeric' });
  const longTime = new Intl.DateTimeFormat(locale, { ...common, timeStyle: 'medium' });
  return (date) => {
    const year = fullYear.formatToParts(date).find((part) => part.type === 'year')?.value;
    const day = shortDate.formatToParts(date).map((part) => (part.type === 'year' ? (year ?? part.value) : part.value));
    return `${day.join('')} ${longTime.format(date)}`.replace(UNUSUAL_BLANKS, ' ').replace(DIRECTION_MARKS, '');
  };
}
