import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { commandError } from '../../../domain/errors/catalogue.ts';
import { decodeText } from './decode-text.ts';

/** Largest deployment.json, in bytes. */
const SIZE_LIMIT = 1024 * 1024;
/** Deepest nesting of arrays and objects. */
const DEPTH_LIMIT = 32;

/** The parsed content of a deployment.json: a regular file, at most 1 MB and 32 levels deep. */
export async function readDeploymentFile(path: string): Promise<unknown> {
  const text = decodeText(await readBounded(path));
  if (nestingDepth(text) > DEPTH_LIMIT) {
    throw commandError('DeploymentFileRefused', { path, reason: `it is nested deeper than ${DEPTH_LIMIT} levels` });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(path, text, error);
  }
}

async function readBounded(path: string): Promise<Buffer> {
  let handle: FileHandle;
  try {
    // O_NONBLOCK: opening a FIFO must not wait for a writer.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw commandError('DeploymentFileRefused', { path, reason: reasonOf(error) }, { cause: error });
  }
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw commandError('DeploymentFileRefused', { path, reason: 'it is not a regular file' });
    if (stat.size > SIZE_LIMIT) throw commandError('DeploymentFileRefused', { path, reason: 'it is larger than 1 MB' });
    return await handle.readFile();
  } finally {
    await handle.close();
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

/** Line and column from the position that V8 names, or the end of the text where it ended too early. */
function notJson(path: string, text: string, cause: unknown) {
  const found = cause instanceof Error ? /at position (\d+)/.exec(cause.message)?.[1] : undefined;
  const position = found === undefined ? text.length : Number(found);
  const before = text.slice(0, position).split('\n');
  const near = text.slice(Math.max(0, position - 10), position + 30).trim();
  return commandError(
    'DeploymentNotJson',
    { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, near },
    { cause },
  );
}

/** What the system says of a file, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'access is denied';
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EISDIR') return 'it is a folder';
  return typeof code === 'string' ? `the system answered ${code}` : String(error);
}
