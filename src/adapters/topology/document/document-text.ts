import { displayText } from '../../../domain/display-text.ts';
import { commandError } from '../../../domain/errors/catalogue.ts';
import type { CommandError } from '../../../domain/errors/command-error.ts';
import type { ConfigurationDocument } from '../../../domain/errors/topology-errors.ts';

/** How errors name a document. */
export interface DocumentOrigin {
  readonly document: ConfigurationDocument;
  /** Path of the file; for an entry of a zip also the entry. */
  readonly path: string;
}

/** The decoded text of a document. */
export interface DocumentText extends DocumentOrigin {
  readonly text: string;
}

/** Most characters of a file that one message shows. */
const QUOTE_LIMIT = 40;

/** Text of the file in quotation marks, safe to show. */
export function quote(text: string): string {
  return `"${displayText(text, QUOTE_LIMIT)}"`;
}

/** The error TopologyInvalid at an offset (in UTF-16 units) of the text; `problem` is a sentence fragment. */
export function invalidAt({ document, path, text }: DocumentText, offset: number, problem: string): CommandError {
  const position = positionOf(text, offset);
  return commandError('TopologyInvalid', { document, path, position, problem }, { target: path });
}

/** The error TopologyInvalid for a file whose text nobody can read; `problem` is a sentence fragment. */
export function invalidDocument({ document, path }: DocumentOrigin, problem: string, cause?: unknown): CommandError {
  return commandError('TopologyInvalid', { document, path, position: undefined, problem }, { target: path, cause });
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Line and column of an offset, both from 1. */
function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < offset; at += 1) {
    const code = text.charCodeAt(at);
    const endsLine = code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED);
    if (!endsLine) continue;
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
