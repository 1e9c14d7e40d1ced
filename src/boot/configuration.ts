import { isAbsolute, join, resolve } from 'node:path';

/** `CommonProgramFiles` of every Windows machine. */
const COMMON_PROGRAM_FILES = String.raw`C:\Program Files\Common Files`;

/** All that the environment says; read once, then secrets are removed from the environment. */
export interface Configuration {
  /** State folder, absolute. */
  readonly home: string;
  /** Deployment folder, absolute. */
  readonly deployment: string;
  /** CSCERT_COMPUTER: the machine of the topology that this one plays. */
  readonly computer: string | undefined;
  readonly keyPassphrase: string | undefined;
  readonly keyPassphraseFile: string | undefined;
  /** Module folder: nothing of a user's is written there. */
  readonly moduleFolder: string;
}

/** What concerns `cscert install` and the variables it promises. */
export interface InstallationSettings {
  /** CSCERT_WINDOWS_VARIABLES: `0` says no, anything else yes; undefined: what was installed decides. */
  readonly windowsVariables: boolean | undefined;
  /** `CommonProgramFiles`, as Windows writes it. */
  readonly commonFiles: string;
  /** The user's own PowerShell modules, absolute. */
  readonly userModules: string;
}

const SECRETS = ['CSCERT_KEY_PASSPHRASE', 'CSCERT_CA_PASSWORD', 'CSCERT_PFX_PASSWORD'];

/** `engineFolder` is where the bundles lie: `<module>/engine`. */
export function readConfiguration(environment: NodeJS.ProcessEnv, engineFolder: string): Configuration {
  const moduleFolder = resolve(engineFolder, '..');
  return {
    home: absolute(environment['CSCERT_HOME']) ?? defaultHome(environment),
    deployment: absolute(environment['CSCERT_DEPLOYMENT']) ?? defaultDeployment(moduleFolder),
    computer: given(environment['CSCERT_COMPUTER']),
    keyPassphrase: given(environment['CSCERT_KEY_PASSPHRASE']),
    keyPassphraseFile: absolute(environment['CSCERT_KEY_PASSPHRASE_FILE']),
    moduleFolder,
  };
}

export function readInstallationSettings(environment: NodeJS.ProcessEnv): InstallationSettings {
  const wanted = given(environment['CSCERT_WINDOWS_VARIABLES']);
  return {
    windowsVariables: wanted === undefined ? undefined : wanted !== '0',
    commonFiles: (process.platform === 'win32' && given(environment['CommonProgramFiles'])) || COMMON_PROGRAM_FILES,
    userModules: userModules(environment),
  };
}

/** Takes the secrets out of the environment and gives them back by name. */
export function takeSecrets(environment: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  for (const name of SECRETS) {
    const value = given(environment[name]);
    if (value !== undefined) taken.set(name, value);
    delete environment[name];
  }
  return taken;
}

function given(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value;
}

function absolute(path: string | undefined): string | undefined {
  const text = given(path);
  return text === undefined ? undefined : resolve(text);
}

/** The platform's place for a user's data. */
function defaultHome(environment: NodeJS.ProcessEnv): string {
  const home = process.getBuiltinModule('node:os').homedir();
  if (process.platform === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'cscert');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'cscert');
  const data = environment['XDG_DATA_HOME'];
  return join(data !== undefined && isAbsolute(data) ? data : join(home, '.local', 'share'), 'cscert');
}

/** Where PowerShell looks for the user's own modules. */
function userModules(environment: NodeJS.ProcessEnv): string {
  const home = process.getBuiltinModule('node:os').homedir();
  if (process.platform === 'win32') return join(home, 'Documents', 'PowerShell', 'Modules');
  const data = environment['XDG_DATA_HOME'];
  return join(data !== undefined && isAbsolute(data) ? data : join(home, '.local', 'share'), 'powershell', 'Modules');
}

/** The sample that comes with the module, or the project's own where the module lies in it. */
function defaultDeployment(moduleFolder: string): string {
  return join(moduleFolder, '..', '..', 'examples', 'litwareinc-enterprise');
}
