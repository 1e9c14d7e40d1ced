import { describeCases } from './cases.ts';
import { WITH_APPROVAL } from './emulated-deployment.ts';
import { helpCases } from './help-cases.ts';

const COMMANDS = [
  'Export-Certificate',
  'Export-PfxCertificate',
  'Get-PfxData',
  'Import-Certificate',
  'Import-PfxCertificate',
  'New-SelfSignedCertificate',
];

describeCases(
  'Get-Help of the module PKI',
  COMMANDS.flatMap((command) => helpCases(command)),
  WITH_APPROVAL,
);
