import type { Product } from '../domain/deployment/deployment.ts';

/** The product's name without its year, as its verbose texts say it (domain facts 3.1). */
export function productFamily(product: Product): string {
  return product.startsWith('Lync') ? 'Lync Server' : 'Skype for Business Server';
}

/** The cmdlets that keep a log, with the product's classes behind them as its stack traces show them (domain facts 3.3). */
const LOGGED_CMDLETS = {
  'Request-CsCertificate': { task: 'RequestCertificateTask' },
  'Get-CsCertificate': { task: 'GetCertificateTask' },
  'Set-CsCertificate': { task: 'SetCertificateTask' },
  'Import-CsCertificate': { task: 'ImportCertificateTask' },
  'Remove-CsCertificate': { task: 'RemoveCertificateTask' },
  'Test-CsCertificateConfiguration': { task: 'TestCertificateConfigurationTask' },
} as const;

export type LoggedCmdlet = keyof typeof LOGGED_CMDLETS;

/** The product's frames around a failing cmdlet (domain facts 3.3: Set from a log, the others by analogy). */
export function stackTraceOf(cmdlet: LoggedCmdlet): string {
  return [
    `   at Microsoft.Rtc.Management.Deployment.Tasks.${LOGGED_CMDLETS[cmdlet].task}.Action()`,
    '   at Microsoft.Rtc.Management.Internal.Utilities.LogWriter.InvokeAndLog(Action action)',
    '   at Microsoft.Rtc.Management.Deployment.DeploymentCmdlet.CmdletProcessRecord()',
  ].join('\n');
}
