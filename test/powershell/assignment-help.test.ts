import { describeCases } from './cases.ts';
import { WITH_APPROVAL } from './emulated-deployment.ts';
import { helpCases } from './help-cases.ts';

const COMMANDS = ['Get-CsCertificate', 'Set-CsCertificate', 'Remove-CsCertificate', 'Test-CsCertificateConfiguration'];

describeCases(
  'Get-Help of the cmdlets that assign certificates',
  COMMANDS.flatMap((command) => helpCases(command)),
  WITH_APPROVAL,
);
