import { systemUser } from '../adapters/system/system-user.ts';
import type { Deps } from '../app/deps.ts';
import { sessionVariables } from '../app/installation/session-variables.ts';
import type { Configuration, InstallationSettings } from '../boot/configuration.ts';
import type { EnvironmentLookup } from '../ports/deployment-source.ts';
import { createInstallation } from './create-installation.ts';

/** The Windows variables that a session is to be given. */
export async function sessionVariablesOf(
  deps: Deps,
  configuration: Configuration,
  { windowsVariables }: InstallationSettings,
  environment: EnvironmentLookup,
): Promise<Readonly<Record<string, string>>> {
  const installation = createInstallation(configuration);
  const emulatesWindows = process.platform !== 'win32';
  const user = systemUser();
  return sessionVariables({ ...deps, installation, wanted: windowsVariables, emulatesWindows, user }, environment);
}
