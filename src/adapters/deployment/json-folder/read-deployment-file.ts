import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { commandError } from '../../../domain/errors/catalogue.ts';
import { decodeText } from './decode-text.ts';
import { repeatedProperty } from './repeated-property.ts';

/** Largest deployment.json, in bytes. */
const SIZE_LIMIT = 1024 * 1024;
/** Deepest nesting of arrays and objects. */
const DEPTH_LIMIT = 32;

/** The text of a deployment.json: a regular file of at most 1 MB. */
export function readDeploymentText(path: string): string {
  return decodeText(readBounded(path));
}

/** The parsed content of a deployment.json, at most 32 levels deep. `path` is for errors. */
export function parseDeploymentText(path: string, text: string): unknown {
  if (nestingDepth(text) > DEPTH_LIMIT) {
    throw commandError('DeploymentFileRefused', { path, reason: `it is nested deeper than ${DEPTH_LIMIT} levels` });
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw notJson(path, text, error);
  }
  const pointer = repeatedProperty(text);
  if (pointer === undefined) return content;
  throw commandError('DeploymentInvalid', { path, problems: [{ pointer, text: 'stands there more than once' }] });
}

/** At once: a small file costs less to read than to wait for. */
function readBounded(path: string): Buffer {
  const descriptor = openFile(path);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw commandError('DeploymentFileRefused', { path, reason: 'it is not a regular file' });
    if (stat.size > SIZE_LIMIT) throw commandError('DeploymentFileRefused', { path, reason: 'it is larger than 1 MB' });
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function openFile(path: string): number {
  try {
    // O_NONBLOCK: opening a FIFO must not wait for a writer.
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw commandError('DeploymentFileRefused', { path, reason: reasonOf(error) }, { cause: error });
  }
}

function nestingDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth);
    else if (token === ']' || token === '}') depth--;
  }
  return deepest;
}

function notJson(path: string, text: string, cause: unknown) {
  const position = firstWrongCharacter(text);
  const before = text.slice(0, position).split('\n');
  const near =
    text
      .slice(position, position + 40)
      .split('\n', 1)[0]
      ?.trim() ?? '';
  return commandError(
    'DeploymentNotJson',
    { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, near },
    { cause },
  );
}

/** V8's word for a text that is right so far and ends too early. */
const ENDS_EARLY = /end of JSON|[Uu]nterminated|No number after|Exponent part/;

/**
 * V8 does not always say where a text stops being JSON. What comes before the first wrong character merely ends too
 * early, so that halving finds it.
 */
function firstWrongCharacter(text: string): number {
  let right = 0;
  let wrong = text.length;
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    if (endsEarly(text.slice(0, middle))) right = middle;
    else wrong = middle;
  }
  return endsEarly(text) ? text.length : right;
}

function endsEarly(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    return error instanceof Error && ENDS_EARLY.test(error.message);
  }
}

/** What the system says of a file, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'access is denied';
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EISDIR') return 'it is a folder';
  return typeof code === 'string' ? `the system answered ${code}` : String(error);
}
