import type { DateFormat } from '../culture-date.ts';
import type { CertificateReference } from '../request/certificate-reference.ts';
import { logLine, logList } from './log-text.ts';

/** Labels with the product's own blanks and tabs, in its order (domain facts 3.3, Output block, transcript). */
const LINES: readonly {
  readonly label: string;
  readonly value: (row: OutputRow) => string;
  /** Not in Lync Server 2010. */
  readonly later?: true;
}[] = [
  { label: 'Issuer\t\t: ', value: ({ reference }) => logLine(reference.issuer) },
  { label: 'NotAfter \t: ', value: ({ reference, date }) => date(reference.notAfter) },
  { label: 'NotBefore \t: ', value: ({ reference, date }) => date(reference.notBefore) },
  { label: 'SerialNumber \t: ', value: ({ reference }) => logLine(reference.serialNumber) },
  { label: 'Subject \t: ', value: ({ reference }) => logLine(reference.subject) },
  { label: 'AlternativeNames: ', value: ({ reference }) => logList(reference.alternativeNames) },
  { label: 'Thumbprint \t: ', value: ({ reference }) => logLine(reference.thumbprint) },
  { label: 'EffectiveDate \t: ', value: ({ reference, date }) => date(reference.effectiveDate), later: true },
  { label: 'PreviousThumbprint: ', value: ({ reference }) => logLine(reference.previousThumbprint), later: true },
  { label: 'UpdateTime \t: ', value: ({ reference, date }) => date(reference.updateTime), later: true },
  { label: 'Use \t\t: ', value: ({ reference }) => logLine(reference.use) },
  { label: 'SourceScope \t: ', value: ({ reference }) => logLine(reference.sourceScope), later: true },
];

interface OutputRow {
  readonly reference: CertificateReference;
  readonly date: (value: Date | undefined) => string;
}

/**
 * The text of the entry titled Output: one line a property, a line break before the first and after the last; `short`
 * for the properties of Lync Server 2010.
 */
export function outputBlock(reference: CertificateReference, formatDate: DateFormat, short: boolean): string {
  const date = (value: Date | undefined) => (value === undefined ? '' : formatDate(value));
  const lines = LINES.filter(({ later }) => !short || later === undefined);
  return `\n${lines.map(({ label, value }) => `${label}${value({ reference, date })}\n`).join('')}`;
}
