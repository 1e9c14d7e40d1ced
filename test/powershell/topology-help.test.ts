import { describeCases } from './cases.ts';
import { WITH_APPROVAL } from './emulated-deployment.ts';
import { helpCases } from './help-cases.ts';

const COMMANDS = [
  'Get-CsAdminRole',
  'Get-CsComputer',
  'Get-CsPool',
  'Get-CsService',
  'Get-CsSimpleUrlConfiguration',
  'Get-CsSipDomain',
  'Get-CsTopology',
];

describeCases(
  'Get-Help of the cmdlets that read the topology',
  COMMANDS.flatMap((command) => helpCases(command)),
  WITH_APPROVAL,
);
