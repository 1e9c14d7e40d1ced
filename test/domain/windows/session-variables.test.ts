import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  spellingsOf,
  temporaryFolderOf,
  type WindowsSession,
  windowsFolders,
  windowsVariables,
} from '../../../src/domain/windows/session-variables.ts';

const SERVER: WindowsSession = { user: 'kenmyer', computer: 'atl-cs-001.litwareinc.com' };

function valueIn(session: WindowsSession, name: string): string | undefined {
  return windowsVariables(session).find((variable) => variable.name === name)?.value;
}

describe('the variables that Windows always has', () => {
  const table: readonly (readonly [name: string, value: string])[] = [
    ['ProgramFiles', 'C:\\Program Files'],
    ['ProgramFiles(x86)', 'C:\\Program Files (x86)'],
    ['CommonProgramFiles', 'C:\\Program Files\\Common Files'],
    ['ProgramData', 'C:\\ProgramData'],
    ['ALLUSERSPROFILE', 'C:\\ProgramData'],
    ['PUBLIC', 'C:\\Users\\Public'],
    ['SystemRoot', 'C:\\Windows'],
    ['windir', 'C:\\Windows'],
    ['SystemDrive', 'C:'],
    ['OS', 'Windows_NT'],
    ['PROCESSOR_ARCHITECTURE', 'AMD64'],
    ['COMPUTERNAME', 'ATL-CS-001'],
    ['USERDOMAIN', 'LITWAREINC'],
    ['USERDNSDOMAIN', 'LITWAREINC.COM'],
    ['USERNAME', 'kenmyer'],
    ['USERPROFILE', 'C:\\Users\\kenmyer'],
    ['HOMEPATH', '\\Users\\kenmyer'],
    ['APPDATA', 'C:\\Users\\kenmyer\\AppData\\Roaming'],
    ['LOCALAPPDATA', 'C:\\Users\\kenmyer\\AppData\\Local'],
    ['TEMP', 'C:\\Users\\kenmyer\\AppData\\Local\\Temp'],
    ['TMP', 'C:\\Users\\kenmyer\\AppData\\Local\\Temp'],
  ];
  for (const [name, value] of table) it(`${name} is ${value}`, () => assert.equal(valueIn(SERVER, name), value));

  it('a computer without a domain has no USERDNSDOMAIN, and its own name for USERDOMAIN', () => {
    const alone = { user: 'x', computer: 'edge' };
    assert.deepEqual(
      ['COMPUTERNAME', 'USERDOMAIN', 'USERDNSDOMAIN'].map((name) => valueIn(alone, name)),
      ['EDGE', 'EDGE', undefined],
    );
  });

  it('NetBIOS leaves fifteen characters of a name', () => {
    const long = { user: 'x', computer: 'frontend-server-0001.a-very-long-domain.example' };
    assert.equal(valueIn(long, 'COMPUTERNAME'), 'FRONTEND-SERVER');
    assert.equal(valueIn(long, 'USERDOMAIN'), 'A-VERY-LONG-DOM');
    assert.equal(valueIn(long, 'USERDNSDOMAIN'), 'A-VERY-LONG-DOMAIN.EXAMPLE');
  });

  it('where the computer is not known, nothing is said about it', () => {
    const names = windowsVariables({ user: 'x', computer: undefined }).map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => /^(?:COMPUTER|USERD)/.test(name)),
      [],
    );
  });

  it('a profile folder has a name that Windows allows', () => {
    assert.equal(temporaryFolderOf('DOMAIN\\a:b'), 'C:\\Users\\DOMAIN_a_b\\AppData\\Local\\Temp');
    assert.equal(temporaryFolderOf(''), 'C:\\Users\\Default\\AppData\\Local\\Temp');
  });

  it('every folder that a variable names is one that is made, or lies above one', () => {
    const folders = windowsFolders('kenmyer').map((folder) => `${folder}\\`);
    for (const { name, value } of windowsVariables(SERVER)) {
      if (/^C:\\/.test(value))
        assert.ok(
          folders.some((folder) => folder.startsWith(`${value}\\`)),
          name,
        );
    }
  });
});

describe('the spellings that scripts use', () => {
  it('are the usual one, upper case, lower case and one between', () => {
    assert.deepEqual(spellingsOf({ name: 'COMPUTERNAME', value: 'X', spelling: 'ComputerName' }), [
      'COMPUTERNAME',
      'computername',
      'ComputerName',
    ]);
    assert.deepEqual(spellingsOf({ name: 'ProgramFiles', value: 'X' }), [
      'ProgramFiles',
      'PROGRAMFILES',
      'programfiles',
    ]);
  });

  it('are different for different variables', () => {
    const all = windowsVariables(SERVER).flatMap(spellingsOf);
    assert.equal(new Set(all).size, all.length);
  });
});
