import {
  spellingsOf,
  temporaryFolderOf,
  type WindowsVariable,
  windowsVariables,
} from '../../domain/windows/session-variables.ts';
import type { EnvironmentLookup } from '../../ports/deployment-source.ts';
import type { Installation } from '../../ports/installation.ts';
import type { Deps } from '../deps.ts';
import { loadWithoutPasswords } from '../load-without-passwords.ts';
import { localComputerName, localMachine } from '../select-machine.ts';

/** Whether a session wants the variables: CSCERT_WINDOWS_VARIABLES, else what was installed. */
export interface SessionVariablesDeps extends Pick<Deps, 'deployments' | 'openTopology' | 'names' | 'computer'> {
  readonly installation: Pick<Installation, 'givesWindowsVariables' | 'ensureFolder'>;
  /** CSCERT_WINDOWS_VARIABLES: decides where it is given. */
  readonly wanted: boolean | undefined;
  readonly emulatesWindows: boolean;
  readonly user: string;
}

/** Programs that are not Windows' own would take TEMP where this one is missing; it is POSIX' folder for that. */
const HOST_TEMPORARY: WindowsVariable = { name: 'TMPDIR', value: '/tmp' };

/**
 * The environment variables to set for a session, by name: those that Windows always has, each in the spellings that
 * scripts use. A variable that `environment` has in any spelling keeps its value. None on Windows, and none where
 * nobody asked for them. Makes the folder that TEMP names. A deployment that cannot be read only costs its names.
 */
export async function sessionVariables(
  deps: SessionVariablesDeps,
  environment: EnvironmentLookup,
): Promise<Readonly<Record<string, string>>> {
  if (!deps.emulatesWindows || !(deps.wanted ?? (await deps.installation.givesWindowsVariables()))) return {};
  await deps.installation.ensureFolder(temporaryFolderOf(deps.user));
  const variables = windowsVariables({ user: deps.user, computer: await playedComputer(deps) });
  const settings: [string, string][] = [];
  if ((await environment(HOST_TEMPORARY.name)) === undefined)
    settings.push([HOST_TEMPORARY.name, HOST_TEMPORARY.value]);
  for (const variable of variables) settings.push(...(await missingSpellings(variable, environment)));
  return Object.fromEntries(settings);
}

async function missingSpellings(
  variable: WindowsVariable,
  environment: EnvironmentLookup,
): Promise<[string, string][]> {
  const missing: string[] = [];
  let value = variable.value;
  for (const name of spellingsOf(variable).toReversed()) {
    const present = await environment(name);
    if (present === undefined) missing.push(name);
    else value = present;
  }
  return missing.map((name) => [name, value]);
}

async function playedComputer(deps: SessionVariablesDeps): Promise<string | undefined> {
  try {
    const deployment = await loadWithoutPasswords(deps.deployments);
    const name = await localComputerName(deps, deployment);
    const { topology } = await deps.openTopology(deployment.topologyPath).load();
    return localMachine(topology, name)?.fqdn ?? name;
  } catch {
    return undefined;
  }
}
