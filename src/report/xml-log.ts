import type { ActionEntry, CommandLog, ExceptionEntry, LogEntry } from '../domain/command-log.ts';
import { xmlAttribute, xmlText } from './xml-escape.ts';

const BYTE_ORDER_MARK = '\ufeff';

type Attributes = readonly (readonly [name: string, value: string])[];

/**
 * The XML log, to the byte as the product writes it (domain facts 3.3, transcript): byte order mark, CRLF, two
 * blanks a level, no line break after the root, UTC times. Names with reasons are not in it: the product has none.
 */
export function renderXmlLog(log: CommandLog): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    ...element(
      0,
      'CsMgmtLog',
      [['Name', log.name]],
      log.entries.flatMap((entry) => entryLines(entry, 1)),
    ),
  ];
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}`;
}

function entryLines(entry: LogEntry, level: number): readonly string[] {
  switch (entry.kind) {
    case 'info': {
      const title: Attributes = entry.title === undefined ? [] : [['Title', entry.title]];
      return leaf(level, 'Info', [...title, time(entry.time)], entry.text);
    }
    case 'warning':
      return leaf(level, 'Warning', [time(entry.time)], entry.text);
    case 'error':
      return leaf(level, 'Error', [['Title', entry.title], time(entry.time)], entry.text);
    case 'exception':
      return exceptionLines(entry, level);
    case 'action':
      return actionLines(entry, level);
    case 'names':
      return [];
  }
}

function actionLines(action: ActionEntry, level: number): readonly string[] {
  const name: Attributes = action.name === undefined ? [] : [['Name', action.name]];
  const children = action.entries.flatMap((entry) => entryLines(entry, level + 1));
  const completion =
    action.completedAt === undefined ? [] : leaf(level + 1, 'Complete', [time(action.completedAt)], '');
  return element(level, 'Action', [...name, time(action.time)], [...children, ...completion]);
}

/** `Type` is the name without its namespace; the inner exception is nested (domain facts 3.3, failure shape). */
function exceptionLines(exception: ExceptionEntry, level: number): readonly string[] {
  const type = exception.type.slice(exception.type.lastIndexOf('.') + 1);
  const attributes: Attributes = [['Type', type], time(exception.time), ['Message', exception.message]];
  const trace =
    exception.stackTrace === '' ? [] : leaf(level + 1, 'StackTrace', [time(exception.time)], exception.stackTrace);
  const inner = exception.inner === undefined ? [] : exceptionLines(exception.inner, level + 1);
  return element(level, 'Exception', attributes, [...trace, ...inner]);
}

function element(level: number, name: string, attributes: Attributes, children: readonly string[]): readonly string[] {
  if (children.length === 0) return leaf(level, name, attributes, '');
  return [`${indent(level)}<${startTag(name, attributes)}>`, ...children, `${indent(level)}</${name}>`];
}

function leaf(level: number, name: string, attributes: Attributes, text: string): readonly string[] {
  const start = `${indent(level)}<${startTag(name, attributes)}`;
  return [text === '' ? `${start} />` : `${start}>${xmlText(text)}</${name}>`];
}

function startTag(name: string, attributes: Attributes): string {
  return [name, ...attributes.map(([attribute, value]) => `${attribute}="${xmlAttribute(value)}"`)].join(' ');
}

function indent(level: number): string {
  return '  '.repeat(level);
}

/** `2018-11-01 17:37:08Z` */
function time(date: Date): readonly [string, string] {
  return ['Time', `${date.toISOString().slice(0, 19).replace('T', ' ')}Z`];
}
