import type { PathArgument } from './request-parameters.ts';

/**
 * The text that the file adapters get: a path on an emulated Windows drive as typed, so that they keep it inside the
 * drive's folder; any other as the caller's shell resolved it.
 */
export function pathText({ given, path, driveRoot }: PathArgument): string {
  return driveRoot === undefined ? path : given;
}
