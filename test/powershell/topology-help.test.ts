import { describeCases } from './cases.ts';
import { WITH_APPROVAL } from './emulated-deployment.ts';
import { helpCases } from './help-cases.ts';

const COMMANDS = ['Get-CsComputer', 'Get-CsPool', 'Get-CsService', 'Get-CsSipDomain'];

describeCases(
  'Get-Help of the cmdlets that read the topology',
  COMMANDS.flatMap((command) => helpCases(command)),
  WITH_APPROVAL,
);
