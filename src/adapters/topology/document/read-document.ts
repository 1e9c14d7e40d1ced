import { createHash } from 'node:crypto';
import { isZip } from '../configuration-zip/unpack-entries.ts';
import { decodeText } from './decode-text.ts';
import type { DocumentOrigin, DocumentText } from './document-text.ts';
import { readDocumentFile } from './read-document-file.ts';

/** A file as it was read: XML text, or an archive that is still packed. */
export interface ReadDocument {
  readonly origin: DocumentOrigin;
  /** SHA-256 of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly content: DocumentText | PackedDocument;
}

export interface PackedDocument {
  readonly archive: Buffer;
}

/**
 * Reads and decodes a file. The bytes of a text are let go before it is parsed, which is when memory is short.
 * Throws TopologyNotReadable, TopologyTooLarge or TopologyInvalid.
 */
export async function readDocument(origin: DocumentOrigin): Promise<ReadDocument> {
  const bytes = readDocumentFile(origin.document, origin.path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { origin, sha256, content: isZip(bytes) ? { archive: bytes } : decodeText(origin, bytes) };
}
