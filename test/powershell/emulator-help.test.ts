import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeCases } from './cases.ts';
import { WITH_APPROVAL } from './emulated-deployment.ts';
import { helpCases } from './help-cases.ts';
import { runWithStandIn } from './module-process.ts';

const COMMANDS = [
  'Get-CsEmulatedRequest',
  'Approve-CsEmulatedRequest',
  'Deny-CsEmulatedRequest',
  'Revoke-CsEmulatedRequest',
  'Reset-CsEmulator',
];

describeCases(
  'Get-Help of the module CsEmulator',
  COMMANDS.flatMap((command) => helpCases(command)),
  WITH_APPROVAL,
);

describe('about_CsCertificateEmulation', () => {
  test('names the module and each of its cmdlets', async () => {
    const { stdout } = await runWithStandIn('Get-Help about_CsCertificateEmulation');
    for (const name of ['CsEmulator', ...COMMANDS]) assert.match(stdout, new RegExp(`\\b${name}\\b`));
  });
});
