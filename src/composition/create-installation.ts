import { drivesFolder } from '../adapters/files/refused-places.ts';
import { StateFolder } from '../adapters/files/state-folder.ts';
import { WindowsDrives } from '../adapters/files/windows-drives.ts';
import { FileInstallation } from '../adapters/installation/file-installation.ts';
import { refuseProduct } from '../adapters/installation/refuse-product.ts';
import type { Configuration } from '../boot/configuration.ts';

/** What was installed into a state folder, or can be. */
export function createInstallation({ home }: Pick<Configuration, 'home'>): FileInstallation {
  const folder = new StateFolder(home);
  if (process.platform === 'win32') return new FileInstallation(folder, (path) => path, refuseProduct);
  const drives = new WindowsDrives(drivesFolder(folder.path));
  return new FileInstallation(folder, (path) => drives.locate(path));
}
