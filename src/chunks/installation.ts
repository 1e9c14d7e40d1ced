import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemUser } from '../adapters/system/system-user.ts';
import { type InstallationVerbs, installationVerbsOver } from '../app/installation-verbs.ts';
import type { Configuration, InstallationSettings } from '../boot/configuration.ts';
import { createInstallation } from '../composition/create-installation.ts';
import { MODULE_NAMES } from '../composition/module-names.ts';

const EMULATES_WINDOWS = process.platform !== 'win32';

/** Windows has certificates and a module PKI of its own. */
const INSTALLED = MODULE_NAMES.filter((name) => EMULATES_WINDOWS || name !== 'PKI');

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
