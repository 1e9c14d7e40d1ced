import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CaseError, describeCases, throws, writes } from './cases.ts';
import { runWithStandIn } from './module-process.ts';

const CMDLET = 'Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet';
const NEW = 'Request-CsCertificate -New -Type Default';

/** Scenario, and the error a script catches (domain facts 4.6). */
const TYPES: readonly (readonly [string, Partial<CaseError>])[] = [
  [
    'denied',
    {
      type: 'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
      id: `RequestDenied,${CMDLET}`,
      category: 'PermissionDenied',
      message: 'Denied by Policy Module 0x80094800',
      details: 'Command execution failed: Denied by Policy Module 0x80094800',
      advice: 'Publish the template.',
      target: 'ca.contoso.com\\Contoso-CA',
      hresult: 0x80094800 | 0,
    },
  ],
  [
    'argument',
    {
      type: 'System.ArgumentException',
      id: `InvalidKeySize,${CMDLET}`,
      category: 'InvalidArgument',
      message: 'Bad size.',
      details: 'Command execution failed: Bad size.',
      advice: '',
      target: null,
    },
  ],
  ['operation', { type: 'System.InvalidOperationException', id: `NotNeeded,${CMDLET}` }],
  ['io', { type: 'System.IO.IOException', id: `FileNotWritten,${CMDLET}`, category: 'WriteError' }],
  ['access', { type: 'System.UnauthorizedAccessException' }],
  ['unsupported', { type: 'System.NotSupportedException' }],
  ['timeout', { type: 'System.TimeoutException' }],
  ['rpcError', { type: 'System.InvalidOperationException', id: `EngineError,${CMDLET}` }],
];

/** Not to be seen in a name, by their kinds: format, ignorable, beyond the first plane; and a letter beyond it. */
const UNSEEN = '0x200b, 0x3164, 0xe0041, 0x1d11e | ForEach-Object { [char]::ConvertFromUtf32($_) }';

describeCases('What PowerShell says without the engine', [
  {
    rule: 'shows invisible characters of a name as escapes',
    script: `Import-Module Lync; try { [Microsoft.Rtc.Management.Deploy.Fqdn]::new('a' + -join (${UNSEEN})) } catch { ($_.Exception.InnerException.Message -split '"')[1] }`,
    check: writes('a\\u{200b}\\u{3164}\\u{e0041}\u{1d11e}'),
  },
]);

describeCases('An error of the engine is what scripts catch', [
  ...TYPES.map(([scenario, error]) => ({
    rule: `${scenario}: ${error.type}`,
    script: `${NEW} -Template ${scenario}`,
    check: throws(error),
  })),
  {
    rule: 'a typed catch finds it, also in a script that was compiled before the module was there',
    script: `try { ${NEW} -Template denied } catch [System.IO.IOException] { 'wrong' } catch [Microsoft.Rtc.Management.Common.Certificates.CertificateException] { 'caught' }`,
    check: writes('caught'),
  },
  {
    rule: 'what the error view shows of a target is escaped; the target itself is left as it is',
    script: `try { ${NEW} -Template trickyTarget } catch { $_.CategoryInfo.TargetName; ('' + $_.CategoryInfo).Contains([char] 0x202e); $_.TargetObject.Contains([char] 0x202e) }`,
    check: writes('ca\\u{202e}a', 'False', 'True'),
  },
  {
    rule: 'the same engine serves the next call',
    script: `$before = (${NEW}).RequestId; try { ${NEW} -Template denied } catch { }; $before -eq (${NEW}).RequestId`,
    check: writes('True'),
  },
  {
    rule: '$Error keeps the prefixed text, and the exception its own',
    script: `try { ${NEW} -Template operation } catch { }; '' + $Error[0]; $Error[0].Exception.Message`,
    check: writes(
      'Command execution failed: The computer does not need a certificate.',
      'The computer does not need a certificate.',
    ),
  },
]);

describe('An error that nobody catches', () => {
  test('is shown once behind the command\u2019s name, and the script goes on', async () => {
    const { stdout, stderr, exitCode } = await runWithStandIn(`${NEW} -Template denied\n'went on'`);
    const text = stdout + stderr;
    assert.equal(text.split('Command execution failed: Denied by Policy Module').length - 1, 1, text);
    assert.match(stdout, /went on/);
    assert.equal(exitCode, 0);
  });

  test('with $ErrorActionPreference Stop ends the script with exit code 1', async () => {
    const { stdout, exitCode } = await runWithStandIn(
      `$ErrorActionPreference = 'Stop'\n${NEW} -Template denied\n'went on'`,
    );
    assert.doesNotMatch(stdout, /went on/);
    assert.equal(exitCode, 1);
  });
});
