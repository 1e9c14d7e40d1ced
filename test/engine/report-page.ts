import type { CommandLog } from '../../src/domain/command-log.ts';
import type { ReportOptions } from '../../src/ports/report-renderer.ts';
import { reportRenderer } from '../../src/report/report-renderer.ts';
import { sampleBuilder } from './report-samples.ts';

const OPTIONS: ReportOptions = { productName: 'Lync Server 2013', culture: 'en-US', timeZone: 'UTC' };

/** A log in which every text is this one. */
export function hostileLog(text: string): CommandLog {
  const builder = sampleBuilder(text);
  builder.beginAction(text);
  builder.info([text, text], { title: text });
  builder.names([{ name: text, reason: text }], [{ name: text, reason: text }]);
  builder.warning(text);
  builder.fail({ type: text, message: text, stackTrace: text, inner: { type: text, message: text } });
  return builder.toLog();
}

/** The page, in English and UTC unless `options` say otherwise. */
export function render(log: CommandLog, options: Partial<ReportOptions> = {}): string {
  return reportRenderer.html(log, { ...OPTIONS, ...options });
}

export function tagsOf(html: string): readonly string[] {
  return html.match(/<[^>]*>/g) ?? [];
}

export function idsOf(html: string): readonly string[] {
  return Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What a reader sees of a piece of markup: tags gone (a `br` is a line break), references resolved. */
export function textOf(html: string): string {
  return html
    .replace(/\r\n(?=<)/g, '')
    .replace(/<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** Result words with their classes, in document order. */
export function resultsOf(html: string): readonly string[] {
  return Array.from(
    html.matchAll(/<span class="cell result">(?:<span class="([^"]*)">([^<]*)<\/span>)?<\/span>/g),
    ([, name, word]) => (word === undefined ? '' : `${word} ${name}`),
  );
}

export function divList(html: string): string {
  return /<div id="DIVLIST" hidden>([^<]*)<\/div>/.exec(html)?.[1] ?? '';
}
