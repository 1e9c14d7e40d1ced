import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What the first 100 bytes of a SQLite file say (sqlite.org/fileformat2.html 1.3), and the file's real length. */
export interface DatabaseHeader {
  readonly length: number;
  readonly isDatabase: boolean;
  readonly pageSize: number;
  readonly pages: number;
  readonly userVersion: number;
  readonly applicationId: number;
}

const MAGIC = 'SQLite format 3\0';

/** Reads the header without opening the database, so that a file that is refused stays untouched. */
export function readDatabaseHeader(path: string): DatabaseHeader {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(100);
    readSync(descriptor, bytes, 0, 100, 0);
    const pageSize = bytes.readUInt16BE(16);
    return {
      length: fstatSync(descriptor).size,
      isDatabase: bytes.toString('latin1', 0, 16) === MAGIC,
      pageSize: pageSize === 1 ? 65_536 : pageSize,
      pages: bytes.readUInt32BE(28),
      userVersion: bytes.readUInt32BE(60),
      applicationId: bytes.readUInt32BE(68),
    };
  } finally {
    closeSync(descriptor);
  }
}
