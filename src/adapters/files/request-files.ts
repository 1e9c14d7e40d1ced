import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { commandError } from '../../domain/errors/catalogue.ts';
import type { RequestFiles, RequestFileTarget, ReservedRequestFile } from '../../ports/request-file.ts';
import { locateTarget, type OutputTarget, withFileErrors } from './output-target.ts';
import { type FileRules, windowsDrives } from './refused-places.ts';
import { beginReplacement } from './replacing-file.ts';
import { isCertificateRequest, LONGEST_REQUEST } from './request-content.ts';

/** Files of `-Output` under the given rules. */
export function createRequestFiles(rules: FileRules): RequestFiles {
  const drives = windowsDrives(rules);
  const examine = ({ path, location, force }: RequestFileTarget): OutputTarget => {
    const target = locateTarget('Output', path, location, rules, drives);
    if (!force) withFileErrors('Output', path, () => refusePrecious(target, path));
    return target;
  };
  return {
    examine: async (target) => examine(target).path,
    reserve: async (target) => reserve(target, examine),
  };
}

function reserve(wanted: RequestFileTarget, examine: (target: RequestFileTarget) => OutputTarget): ReservedRequestFile {
  const target = examine(wanted);
  const file = withFileErrors('Output', wanted.path, () => beginReplacement(target, true));
  return {
    path: target.path,
    write: async (text) => {
      try {
        examine(wanted);
        withFileErrors('Output', wanted.path, () => {
          file.append(text);
          file.finish();
        });
      } finally {
        file.abandon();
      }
    },
    release: async () => file.abandon(),
  };
}

/** An existing file is replaced only if it is empty or a certificate request (product rule of -Output). */
function refusePrecious({ path, existing }: OutputTarget, shown: string): void {
  if (existing === undefined || existing.size === 0) return;
  if (existing.size <= LONGEST_REQUEST && isCertificateRequest(readRegularFile(path))) return;
  throw commandError('OutputFileExists', { path: shown }, { target: path });
}

/** Without waiting, should a pipe have taken the file's place since it was looked at. */
function readRegularFile(path: string): Uint8Array {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  const descriptor = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  try {
    return fstatSync(descriptor).isFile() ? readFileSync(descriptor) : new Uint8Array([0]);
  } finally {
    closeSync(descriptor);
  }
}
