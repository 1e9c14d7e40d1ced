import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engineEnvironment, stateFolder } from '../../tools/setup/launch-environment.mjs';

describe('the state folder', { skip: process.platform === 'win32' && 'POSIX paths' }, () => {
  const table: readonly (readonly [
    title: string,
    platform: NodeJS.Platform,
    env: NodeJS.ProcessEnv,
    expected: string,
  ])[] = [
    ['is CSCERT_HOME', 'linux', { CSCERT_HOME: '/srv/x' }, '/srv/x'],
    ['from the caller’s folder when relative', 'linux', { CSCERT_HOME: 'x' }, '/caller/x'],
    ['is in XDG_DATA_HOME', 'linux', { XDG_DATA_HOME: '/data' }, '/data/cscert'],
    ['not in a relative XDG_DATA_HOME', 'linux', { XDG_DATA_HOME: 'data' }, '/home/u/.local/share/cscert'],
    ['is in the home folder', 'linux', {}, '/home/u/.local/share/cscert'],
    ['is in the Library of macOS', 'darwin', {}, '/home/u/Library/Application Support/cscert'],
    [
      'an empty variable counts as none',
      'linux',
      { CSCERT_HOME: '', XDG_DATA_HOME: '' },
      '/home/u/.local/share/cscert',
    ],
  ];
  for (const [title, platform, env, expected] of table) {
    test(title, () => assert.equal(stateFolder(env, '/caller', platform, '/home/u'), expected));
  }
});

test('the engine gets nothing that was meant for the caller’s own Node programs', () => {
  const env = { NODE_OPTIONS: '--inspect', NODE_PATH: '/x', PATH: '/bin', INIT_CWD: '/y', CSCERT_HOME: '/z' };
  assert.deepEqual(engineEnvironment({ node: { path: '/node' } }, env), {
    PATH: '/bin',
    CSCERT_HOME: '/z',
    CSCERT_NODE: '/node',
  });
});
