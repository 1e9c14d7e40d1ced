import { createHash } from 'node:crypto';
import { logLine } from '../../domain/command-log/log-text.ts';
import type { CommandLog } from '../../domain/command-log.ts';
import { cultureDateFormat } from '../../domain/culture-date.ts';
import type { ReportOptions } from '../../ports/report-renderer.ts';
import { outlineOf } from './outline.ts';
import { Page } from './page.tsx';
import { serializeDocument } from './serialize.ts';
import { STYLE_SHEET } from './style-sheet.ts';

/** Nothing is loaded, run or sent; the only style is the page's own, by its digest. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE_SHEET).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * The page of a run (domain facts 3.4) as HTML5: one self-contained file without script. Times are local, in
 * the formats of the culture.
 */
export function renderHtmlReport(log: CommandLog, options: ReportOptions): string {
  return serializeDocument(
    <Page
      productName={logLine(options.productName)}
      outline={outlineOf(log)}
      formatDate={cultureDateFormat(options.culture, options.timeZone)}
      contentSecurityPolicy={CONTENT_SECURITY_POLICY}
    />,
  );
}
