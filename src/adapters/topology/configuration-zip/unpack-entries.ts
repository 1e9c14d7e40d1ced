import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { displayText } from '../../../domain/display-text.ts';
import { commandError } from '../../../domain/errors/catalogue.ts';
import { CommandError } from '../../../domain/errors/command-error.ts';
import { type DocumentOrigin, invalidDocument } from '../document/document-text.ts';

/** Reads an entry's bytes; `name` is safe to show, nothing is ever written under it. */
export type ReadEntry<Result> = (name: string, bytes: Buffer) => Result;

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
 * Unpacks the files of a zip archive one after the other, into memory, and gives what `read` makes of each: the bytes
 * themselves are let go. An entry that unpacks to more than its header says is damaged, and ends there.
 * Throws TopologyTooLarge, TopologyInvalid for a damaged archive, and what `read` throws.
 */
export async function* unpackEntries<Result>(
  origin: DocumentOrigin,
  archive: Buffer,
  read: ReadEntry<Result>,
): AsyncGenerator<Result> {
  const zip = await openZip(origin, archive);
  let left = UNPACKED_LIMIT_MEGABYTES * 1024 * 1024;
  let seen = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      seen += 1;
      if (seen > ENTRY_LIMIT) throw invalidDocument(origin, `the zip archive has more than ${ENTRY_LIMIT} entries`);
      if (entry.uncompressedSize > left) throw tooLarge(origin);
      left -= entry.uncompressedSize;
      yield await readEntry(origin, zip, entry, read);
    }
  } catch (error) {
    throw error instanceof CommandError ? error : invalidDocument(origin, DAMAGED, error);
  }
}

const DAMAGED = 'the zip archive is damaged';

async function openZip(origin: DocumentOrigin, archive: Buffer): Promise<ZipFile> {
  const { fromBufferPromise } = await import('yauzl');
  try {
    return await fromBufferPromise(archive, { decodeStrings: false, validateEntrySizes: true, lazyEntries: true });
  } catch (error) {
    throw invalidDocument(origin, DAMAGED, error);
  }
}

async function readEntry<Result>(
  origin: DocumentOrigin,
  zip: ZipFile,
  entry: Entry,
  read: ReadEntry<Result>,
): Promise<Result> {
  const name = displayText(entry.fileNameRaw.toString('utf8'), 40);
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0)
    throw invalidDocument(origin, `the entry "${name}" of the zip archive is encrypted`);
  const bytes = await readFully(await zip.openReadStreamPromise(entry), entry.uncompressedSize);
  if (bytes === undefined || crc32(bytes) !== entry.crc32)
    throw invalidDocument(origin, `the entry "${name}" of the zip archive is damaged`);
  return read(name, bytes);
}

/** Exactly `size` bytes; undefined where the stream has more or fewer, whatever its header said. */
async function readFully(stream: Readable, size: number): Promise<Buffer | undefined> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let length = 0;
  for await (const chunk of stream) {
    const part: Buffer = chunk;
    if (length + part.length > size) return undefined;
    part.copy(bytes, length);
    length += part.length;
  }
  return length === size ? bytes : undefined;
}

function tooLarge({ document, path }: DocumentOrigin): CommandError {
  return commandError(
    'TopologyTooLarge',
    { document, path, limitMegabytes: UNPACKED_LIMIT_MEGABYTES, unpacked: true },
    { target: path },
  );
}
