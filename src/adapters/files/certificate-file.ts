import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { commandError } from '../../domain/errors/catalogue.ts';
import { CERTIFICATE_FILE_LIMIT } from '../../ports/certificate-file-reader.ts';
import { fileFaultReason } from './file-fault.ts';
import { type FileRules, windowsDrives } from './refused-places.ts';
import { resolveUserPath } from './user-path.ts';
import { RefusedPath } from './windows-drives.ts';

/**
 * The bytes of a certificate file that a user names: a path of this host, of a Windows drive or share, relative to
 * `location`. Of a file over the limit one byte more than that, so that its reader can tell. Error `CertificateFileNotRead`.
 */
export function readCertificateFile(path: string, location: string, rules: FileRules): Uint8Array {
  return withReadErrors(path, () => readRegularFile(resolveUserPath(path, location, windowsDrives(rules))));
}

/** Where such a file is on this host, whether it is there or not. Error `CertificateFileNotRead`. */
export function locateCertificateFile(path: string, location: string, rules: FileRules): string {
  return withReadErrors(path, () => resolveUserPath(path, location, windowsDrives(rules)));
}

function withReadErrors<Result>(path: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    const reason = error instanceof RefusedPath ? error.message : fileFaultReason(error);
    if (reason === undefined) throw error;
    throw commandError('CertificateFileNotRead', { path, reason }, { target: path, cause: error });
  }
}

/** A pipe or a device is not waited for. */
function readRegularFile(path: string): Uint8Array {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = fstatSync(descriptor);
    if (found.isDirectory()) throw new RefusedPath('it is a folder');
    if (!found.isFile()) throw new RefusedPath('it is not a regular file');
    const content = Buffer.alloc(Math.min(found.size, CERTIFICATE_FILE_LIMIT + 1));
    let length = 0;
    for (let got = 1; got > 0 && length < content.length; length += got) {
      got = readSync(descriptor, content, length, content.length - length, null);
    }
    return content.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}
