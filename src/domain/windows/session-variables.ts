/** What the values of a session's Windows variables depend on. */
export interface WindowsSession {
  /** Account name. */
  readonly user: string;
  /** FQDN, or bare name, of the machine that this one plays; undefined: not known. */
  readonly computer: string | undefined;
}

/** A variable under its usual name, and the other spelling that scripts like. */
export interface WindowsVariable {
  readonly name: string;
  readonly value: string;
  readonly spelling?: string;
}

/** What NetBIOS leaves of a computer's name. */
const NETBIOS_LENGTH = 15;

/** What no name of a file on Windows contains. */
const FORBIDDEN_IN_NAMES = /[<>:"/\\|?*\p{Cc}]/gu;

/**
 * The environment variables that every Windows session has, as a 64-bit server with the system on `C:` sets them.
 * Names of computer and domain are upper-case there. LOGONSERVER and ComSpec are left out: what they name is not here.
 */
export function windowsVariables({ user, computer }: WindowsSession): readonly WindowsVariable[] {
  return [...FIXED, ...profileVariables(user), ...(computer === undefined ? [] : computerVariables(computer))];
}

/** Every folder that these variables name, and the system's own temporary one. */
export function windowsFolders(user: string): readonly string[] {
  const profile = profileOf(user);
  return [
    String.raw`C:\Program Files\Common Files`,
    String.raw`C:\Program Files (x86)\Common Files`,
    String.raw`C:\ProgramData`,
    String.raw`C:\Users\Public`,
    String.raw`C:\Windows\Temp`,
    String.raw`${profile}\AppData\Roaming`,
    temporaryFolderOf(user),
  ];
}

/** Where TEMP and TMP lead. */
export function temporaryFolderOf(user: string): string {
  return String.raw`${profileOf(user)}\AppData\Local\Temp`;
}

/**
 * The names under which a script may ask: off Windows the case of a variable's name matters to PowerShell, and scripts
 * write `$env:temp` or `$env:ComputerName`.
 */
export function spellingsOf({ name, spelling }: WindowsVariable): readonly string[] {
  return [...new Set([name, name.toUpperCase(), name.toLowerCase(), ...(spelling === undefined ? [] : [spelling])])];
}

const FIXED: readonly WindowsVariable[] = [
  { name: 'ALLUSERSPROFILE', value: String.raw`C:\ProgramData`, spelling: 'AllUsersProfile' },
  { name: 'CommonProgramFiles', value: String.raw`C:\Program Files\Common Files` },
  { name: 'CommonProgramFiles(x86)', value: String.raw`C:\Program Files (x86)\Common Files` },
  { name: 'CommonProgramW6432', value: String.raw`C:\Program Files\Common Files` },
  { name: 'HOMEDRIVE', value: 'C:', spelling: 'HomeDrive' },
  { name: 'OS', value: 'Windows_NT' },
  { name: 'PROCESSOR_ARCHITECTURE', value: 'AMD64', spelling: 'Processor_Architecture' },
  { name: 'ProgramData', value: String.raw`C:\ProgramData` },
  { name: 'ProgramFiles', value: String.raw`C:\Program Files` },
  { name: 'ProgramFiles(x86)', value: String.raw`C:\Program Files (x86)` },
  { name: 'ProgramW6432', value: String.raw`C:\Program Files` },
  { name: 'PUBLIC', value: String.raw`C:\Users\Public`, spelling: 'Public' },
  { name: 'SystemDrive', value: 'C:' },
  { name: 'SystemRoot', value: String.raw`C:\Windows` },
  { name: 'windir', value: String.raw`C:\Windows`, spelling: 'WinDir' },
];

function profileVariables(user: string): readonly WindowsVariable[] {
  const profile = profileOf(user);
  const temporary = temporaryFolderOf(user);
  return [
    { name: 'APPDATA', value: String.raw`${profile}\AppData\Roaming`, spelling: 'AppData' },
    { name: 'HOMEPATH', value: profile.slice('C:'.length), spelling: 'HomePath' },
    { name: 'LOCALAPPDATA', value: String.raw`${profile}\AppData\Local`, spelling: 'LocalAppData' },
    { name: 'TEMP', value: temporary, spelling: 'Temp' },
    { name: 'TMP', value: temporary, spelling: 'Tmp' },
    { name: 'USERNAME', value: user, spelling: 'UserName' },
    { name: 'USERPROFILE', value: profile, spelling: 'UserProfile' },
  ];
}

/** A machine outside every domain has no USERDNSDOMAIN, and its own name for USERDOMAIN. */
function computerVariables(computer: string): readonly WindowsVariable[] {
  const [host = '', ...labels] = computer.toUpperCase().split('.');
  const name = host.slice(0, NETBIOS_LENGTH);
  const domain = labels[0]?.slice(0, NETBIOS_LENGTH);
  return [
    { name: 'COMPUTERNAME', value: name, spelling: 'ComputerName' },
    { name: 'USERDOMAIN', value: domain ?? name, spelling: 'UserDomain' },
    ...(labels.length === 0 ? [] : [{ name: 'USERDNSDOMAIN', value: labels.join('.'), spelling: 'UserDnsDomain' }]),
  ];
}

function profileOf(user: string): string {
  return `C:\\Users\\${user.replaceAll(FORBIDDEN_IN_NAMES, '_') || 'Default'}`;
}
