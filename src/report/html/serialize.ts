import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

const VOID_ELEMENT_END = / ?\/>$/;
const BLOCK =
  /^<(?:html|head|meta|title|style|body|input|header|h1|label|main|div|details|summary|table|caption|thead|tbody|tr|pre)\b/;

/**
 * Tags (quotation marks pair up inside them), or a `>` in text. Sound because preact writes `<` and `"` of texts and
 * attributes as character references only.
 */
const TAG_OR_GREATER_THAN = /<[^>"]*(?:"[^"]*"[^>"]*)*>|>/g;

/**
 * A document as text, CRLF as the product's page has it (its byte order mark is not kept: HTML5 advises against it and
 * the charset is declared). Preact leaves `>` in texts, ends void
 * elements as XML does and writes one long line; checkers and readers want it otherwise.
 */
export function serializeDocument(document: VNode): string {
  const markup = renderToString(document).replace(TAG_OR_GREATER_THAN, (found) => {
    if (found === '>') return '&gt;';
    const tag = found.replace(VOID_ELEMENT_END, '>');
    return BLOCK.test(tag) ? `\n${tag}` : tag;
  });
  return `<!DOCTYPE html>${markup}\n`.replace(/\r?\n/g, '\r\n');
}
