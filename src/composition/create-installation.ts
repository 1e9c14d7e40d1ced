import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { drivesFolder } from '../adapters/files/refused-places.ts';
import { StateFolder } from '../adapters/files/state-folder.ts';
import { WindowsDrives } from '../adapters/files/windows-drives.ts';
import { FileInstallation } from '../adapters/installation/file-installation.ts';
import { refuseProduct } from '../adapters/installation/refuse-product.ts';
import { systemUser } from '../adapters/system/system-user.ts';
import { type InstallationVerbs, installationVerbsOver } from '../app/installation/installation-verbs.ts';
import type { Configuration, InstallationSettings } from '../boot/configuration.ts';
import { MODULE_NAMES } from './module-names.ts';

const EMULATES_WINDOWS = process.platform !== 'win32';

/** Windows has certificates and a module PKI of its own. */
const INSTALLED = MODULE_NAMES.filter((name) => EMULATES_WINDOWS || name !== 'PKI');

/** What was installed into a state folder, or can be. */
export function createInstallation({ home }: Pick<Configuration, 'home'>): FileInstallation {
  const folder = new StateFolder(home);
  if (!EMULATES_WINDOWS) return new FileInstallation(folder, (path) => path, refuseProduct);
  const drives = new WindowsDrives(drivesFolder(folder.path));
  return new FileInstallation(folder, (path) => drives.locate(path));
}

export function createInstallationVerbs(
  configuration: Configuration,
  settings: InstallationSettings,
): InstallationVerbs {
  const modules = resolve(configuration.moduleFolder, '..');
  return installationVerbsOver(createInstallation(configuration), {
    modules,
    moduleNames: INSTALLED.filter((name) => existsSync(join(modules, name, `${name}.psd1`))),
    commonFiles: settings.commonFiles,
    userModules: settings.userModules,
    join,
    emulatesWindows: EMULATES_WINDOWS,
    user: systemUser(),
  });
}
