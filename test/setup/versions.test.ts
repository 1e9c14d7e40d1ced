import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAtLeast, OLDEST_NODE, OLDEST_POWERSHELL } from '../../tools/setup/versions.mjs';

const TABLE: readonly (readonly [version: string, oldest: string, expected: boolean])[] = [
  ['v24.15.0', OLDEST_NODE, true],
  ['v24.14.9', OLDEST_NODE, false],
  ['v24.9.0', OLDEST_NODE, false],
  ['v24.21.0', OLDEST_NODE, true],
  ['v20.20.2', OLDEST_NODE, false],
  ['v22.99.0', OLDEST_NODE, false],
  ['v26.0.0', OLDEST_NODE, true],
  ['v100.0.0', OLDEST_NODE, true],
  ['v24.15.0-nightly20260101', OLDEST_NODE, false],
  ['v24.16.0-rc.1', OLDEST_NODE, true],
  ['7.4.0', OLDEST_POWERSHELL, true],
  ['7.4.0-preview.1', OLDEST_POWERSHELL, false],
  ['7.6.0-preview.4', OLDEST_POWERSHELL, true],
  ['7.10.1', OLDEST_POWERSHELL, true],
  ['7.3.12', OLDEST_POWERSHELL, false],
  ['5.1.19041.4522', OLDEST_POWERSHELL, false],
  ['10.0.401', '10.0.100', true],
  ['9.0.300', '10.0.100', false],
  ['24', OLDEST_NODE, false],
  ['', OLDEST_NODE, false],
  ['not a version', OLDEST_NODE, false],
];

for (const [version, oldest, expected] of TABLE) {
  test(`${version || '(nothing)'} is ${expected ? '' : 'not '}at least ${oldest}`, () => {
    assert.equal(isAtLeast(version, oldest), expected);
  });
}
