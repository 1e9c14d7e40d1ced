import { describeCases } from './cases.ts';
import { WITH_APPROVAL } from './emulated-deployment.ts';
import { helpCases } from './help-cases.ts';

describeCases('Get-Help Import-CsCertificate', helpCases('Import-CsCertificate'), WITH_APPROVAL);
