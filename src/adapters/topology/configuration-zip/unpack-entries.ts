import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { displayText } from '../../../domain/display-text.ts';
import { commandError } from '../../../domain/errors/catalogue.ts';
import { CommandError } from '../../../domain/errors/command-error.ts';
import { type DocumentOrigin, invalidDocument } from '../document/document-text.ts';

/** One file of an archive. */
export interface UnpackedEntry {
  /** Name inside the archive, safe to show; nothing is ever written under it. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Most that all entries together may unpack to, in megabytes. */
const UNPACKED_LIMIT_MEGABYTES = 64;
/** Most entries that are looked at. An exported configuration has a handful. */
const ENTRY_LIMIT = 1000;
const ENCRYPTED = 1;

/** Whether bytes begin as a zip archive does. */
export function isZip(bytes: Buffer): boolean {
  const signature = bytes.length >= 4 ? bytes.readUInt32LE(0) : 0;
  return signature === 0x04034b50 || signature === 0x06054b50;
}

/**
 * Unpacks the files of a zip archive one after the other, into memory. Sizes are counted as they unpack, not believed
 * from the headers. Throws TopologyTooLarge, or TopologyInvalid for a damaged archive.
 */
export async function* unpackEntries(origin: DocumentOrigin, bytes: Buffer): AsyncGenerator<UnpackedEntry> {
  const zip = await openZip(origin, bytes);
  let left = UNPACKED_LIMIT_MEGABYTES * 1024 * 1024;
  let seen = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      seen += 1;
      if (seen > ENTRY_LIMIT) throw invalidDocument(origin, `the zip archive has more than ${ENTRY_LIMIT} entries`);
      const unpacked = await unpack(origin, zip, entry, left);
      left -= unpacked.bytes.length;
      yield unpacked;
    }
  } catch (error) {
    throw error instanceof CommandError ? error : invalidDocument(origin, DAMAGED, error);
  }
}

const DAMAGED = 'the zip archive is damaged';

async function openZip(origin: DocumentOrigin, bytes: Buffer): Promise<ZipFile> {
  const { fromBufferPromise } = await import('yauzl');
  try {
    return await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: true, lazyEntries: true });
  } catch (error) {
    throw invalidDocument(origin, DAMAGED, error);
  }
}

async function unpack(origin: DocumentOrigin, zip: ZipFile, entry: Entry, limit: number): Promise<UnpackedEntry> {
  const name = displayText(entry.fileNameRaw.toString('utf8'), 40);
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0)
    throw invalidDocument(origin, `the entry "${name}" of the zip archive is encrypted`);
  const content = await readAtMost(origin, await zip.openReadStreamPromise(entry), limit);
  if (crc32(content) !== entry.crc32)
    throw invalidDocument(origin, `the entry "${name}" of the zip archive is damaged`);
  return { name, bytes: content };
}

async function readAtMost(origin: DocumentOrigin, stream: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    if (size > limit) throw tooLarge(origin);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}

function tooLarge({ document, path }: DocumentOrigin): CommandError {
  return commandError(
    'TopologyTooLarge',
    { document, path, limitMegabytes: UNPACKED_LIMIT_MEGABYTES, unpacked: true },
    { target: path },
  );
}
