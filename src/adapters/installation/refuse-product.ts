import { dirname } from 'node:path';
import { commandError } from '../../domain/errors/catalogue.ts';
import { lookAt } from '../files/ownership.ts';
import type { InstallationNote } from './installation-note.ts';

/**
 * On Windows the paths are those of the real product: where its folder is there and was not made by this command, the
 * product is installed, and the emulation must not put itself among its files. Error `InstallationRefused`.
 */
export function refuseProduct(manifest: string, note: InstallationNote): void {
  const folder = dirname(dirname(dirname(manifest)));
  if (lookAt(folder) === undefined || note.folders.includes(folder)) return;
  const reason = 'it is the folder of the product itself, which this machine seems to have';
  throw commandError('InstallationRefused', { path: folder, reason }, { target: folder });
}
