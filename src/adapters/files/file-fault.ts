/** What went wrong with a file, as the end of a sentence; by Node's error code. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'access is denied',
  EPERM: 'the operation is not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is exceeded',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  ENOENT: 'it does not exist',
  EEXIST: 'it already exists',
  ELOOP: 'it leads through a symbolic link',
  ENAMETOOLONG: 'the name is too long',
  EFBIG: 'the file is too large for the file system',
  EIO: 'the device reports an input/output error',
  EMFILE: 'too many files are open in this process',
  ENFILE: 'too many files are open on this machine',
  EBUSY: 'it is in use',
  ENXIO: 'it is not a regular file',
  ENODEV: 'the device does not support it',
  ENOTSUP: 'the file system does not support it',
  EXDEV: 'it lies on another file system',
  ERR_INVALID_ARG_VALUE: 'the path contains a character that no file name can have',
};

/** The code of an error of the file system (`ENOENT` …), or undefined for any other error. */
export function fileErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Tells whether an error says that nothing is there. */
export function isMissing(error: unknown): boolean {
  return fileErrorCode(error) === 'ENOENT';
}

/** The end of a sentence that says why a file could not be used; undefined for an error of another kind. */
export function fileFaultReason(error: unknown): string | undefined {
  const code = fileErrorCode(error);
  if (code === undefined) return undefined;
  return REASONS[code] ?? (/^E(?!RR_)[A-Z0-9]+$/.test(code) ? `the system answered ${code}` : undefined);
}
