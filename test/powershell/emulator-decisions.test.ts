import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type Case, describeCases, throws, writes } from './cases.ts';
import { CA, TWO_AUTHORITIES, WITH_APPROVAL, withTwoAuthorities } from './emulated-deployment.ts';
import { encodedCommand, temporaryFolder } from './module-process.ts';
import { runPowerShell } from './run-powershell.ts';

const CMDLETS = 'Microsoft.Rtc.Management.Emulation.Operator';
const CERTIFICATE_EXCEPTION = 'Microsoft.Rtc.Management.Common.Certificates.CertificateException';
const NEW = `Request-CsCertificate -New -Type Default -CA '${CA}' -Template WebServerApproval`;
const STATES = `(Get-CsEmulatedRequest | ForEach-Object { '' + $_.Disposition }) -join ' '`;

/** Without a number and what it says of the deployment's CA. */
const approving = (number: number) =>
  `verbose: Approve the certificate request "${number}" (CN=pool1.litwareinc.com) at the emulated certification authority (CA) "${CA}".`;

/** In the order of a story: the CA's book is kept from case to case. */
const STORY: readonly Case[] = [
  {
    rule: 'a CA that nobody asked has an empty book, and looking at it makes no store',
    script: `@(Get-CsEmulatedRequest).Count; @([IO.Directory]::GetFiles($env:CSCERT_HOME)).Count`,
    check: writes('0', '0'),
  },
  {
    rule: 'a request is an object of its own type, with all that a certificate manager sees',
    script: `1..4 | ForEach-Object { $null = ${NEW} }; $r = Get-CsEmulatedRequest -RequestId 1; $r.GetType().FullName; $r.PSObject.Properties.Name -join ' '; $r.RequestId; $r.CA; $r.Disposition; $r.DispositionMessage; $r.HResult; $r.Requester -eq [Environment]::UserName; $r.Template; $r.Subject; $r.AlternativeNames -join ' '; '' + $r.SubmittedWhen.Kind; $null -eq $r.ResolvedWhen; $r.SerialNumber + $r.Thumbprint; '' + $r`,
    check: writes(
      `${CMDLETS}.EmulatedRequest`,
      'RequestId CA Disposition DispositionMessage HResult Requester Template Subject AlternativeNames SubmittedWhen ResolvedWhen SerialNumber Thumbprint',
      '1',
      CA,
      'Pending',
      'Taken Under Submission',
      '0',
      'True',
      'WebServerApproval',
      'CN=pool1.litwareinc.com',
      'pool1.litwareinc.com atl-cs-001.litwareinc.com',
      'Local',
      'True',
      '',
      'Pending request 1 (CN=pool1.litwareinc.com)',
    ),
  },
  {
    rule: '-WhatIf decides nothing',
    script: `Get-CsEmulatedRequest | Approve-CsEmulatedRequest -WhatIf; Deny-CsEmulatedRequest 1 -WhatIf; ${STATES}`,
    check: writes('Pending Pending Pending Pending'),
  },
  {
    rule: 'neither does a function that was run with -WhatIf',
    script: `function Approve-All { [CmdletBinding(SupportsShouldProcess)] param() Get-CsEmulatedRequest | Approve-CsEmulatedRequest }; Approve-All -WhatIf; ${STATES}`,
    check: writes('Pending Pending Pending Pending'),
  },
  {
    rule: 'an unknown number is an error, and the numbers after it have their turn',
    script: `(Approve-CsEmulatedRequest 1, 99, 2 -Verbose) | ForEach-Object { "$_" }; ${STATES}`,
    check: writes(
      approving(1),
      'error: EmulatedRequestNotFound',
      approving(2),
      'Issued request 1 (CN=pool1.litwareinc.com)',
      'Issued request 2 (CN=pool1.litwareinc.com)',
      'Issued Issued Pending Pending',
    ),
  },
  {
    rule: 'what is decided cannot be decided again',
    script: 'Approve-CsEmulatedRequest 2 -ErrorAction Stop',
    check: throws({
      type: CERTIFICATE_EXCEPTION,
      id: `EmulatedRequestSettled,${CMDLETS}.ApproveEmulatedRequestCmdlet`,
      category: 'InvalidOperation',
      hresult: 0x80094003 | 0,
      details: `Command execution failed: The request's current status does not allow this operation. 0x80094003 (-2146877437 CERTSRV_E_BAD_REQUESTSTATUS) The request "2" of the certification authority "${CA}" is issued, so it cannot be approved.`,
    }),
  },
  {
    rule: 'a denial has a message and a code, which equals what PowerShell writes for it',
    script: `$r = Get-CsEmulatedRequest 3 | Deny-CsEmulatedRequest -HResult 0x80094012 -Message 'Not today'; $r.Disposition; $r.DispositionMessage; $r.HResult -eq 0x80094012; $null -ne $r.ResolvedWhen`,
    check: writes('Denied', 'Not today', 'True', 'True'),
  },
  {
    rule: 'without them it names the user, and the code is an administrator\u2019s',
    script: `$r = Deny-CsEmulatedRequest 4 -HResult $null -Message ''; $r.DispositionMessage -eq "Denied by $([Environment]::UserName)"; '{0:x8}' -f $r.HResult`,
    check: writes('True', '80094014'),
  },
  {
    rule: 'a code may be a text or unsigned',
    script: `$r = ${NEW} | Deny-CsEmulatedRequest -HResult '0x80094800'; '{0:x8}' -f $r.HResult; $r = ${NEW} | Deny-CsEmulatedRequest -HResult 2148089857; '{0:x8}' -f $r.HResult`,
    check: writes('80094800', '80094001'),
  },
  {
    rule: 'a code that is no failure, and a message of two lines, are refused and change nothing',
    script: `$r = ${NEW}; $r | Deny-CsEmulatedRequest -HResult 5; $r | Deny-CsEmulatedRequest -Message "a\`nb"; (Get-CsEmulatedRequest -Disposition Pending).RequestId -eq $r.CaRequestId; $null = $r | Approve-CsEmulatedRequest`,
    check: writes('error: DenialCodeInvalid', 'error: ParameterNotOneLine', 'True'),
  },
  {
    rule: 'only what is issued can be revoked; every reason is known to the engine',
    script: `$r = [enum]::GetNames([${CMDLETS}.RevocationReason]) | ForEach-Object { ${NEW} | Approve-CsEmulatedRequest | Revoke-CsEmulatedRequest -Reason $_ }; @($r | Where-Object Disposition -eq Revoked).Count; Revoke-CsEmulatedRequest 3; (Revoke-CsEmulatedRequest 1 -Reason $null).Disposition; @(Get-CsEmulatedRequest -Disposition Revoked).Count`,
    check: writes('7', 'error: EmulatedRequestSettled', 'Revoked', '8'),
  },
  {
    rule: 'a request that no CA has seen is an error of its own in the pipeline',
    script: `$null = Request-CsCertificate -New -Type Default -Output ([IO.Path]::Combine($env:HOME, 'x.req')); Request-CsCertificate -List | Where-Object RequestStatus -eq Offline | Approve-CsEmulatedRequest -ErrorAction SilentlyContinue -ErrorVariable e; $e.FullyQualifiedErrorId`,
    check: writes(`RequestNeverSubmitted,${CMDLETS}.ApproveEmulatedRequestCmdlet`),
  },
  {
    rule: 'an authority that the deployment does not have is an error that names those it has',
    script: `Get-CsEmulatedRequest -CA 'no\\ca' -ErrorAction Stop`,
    check: throws({
      id: `CertificationAuthorityNotFound,${CMDLETS}.GetEmulatedRequestCmdlet`,
      type: 'System.ArgumentException',
      advice: `Use one of the deployment's certification authorities: "${CA}".`,
    }),
  },
  {
    rule: 'text that is not Unicode is refused before it is sent',
    script: 'Deny-CsEmulatedRequest 1 -Message ([string] [char] 0xd800)',
    check: throws({ id: `InvalidText,${CMDLETS}.DenyEmulatedRequestCmdlet`, type: 'System.ArgumentException' }),
  },
  {
    rule: 'Reset-CsEmulator where nobody can be asked resets nothing',
    script: `try { Reset-CsEmulator } catch { 'not asked' }; @(Get-CsEmulatedRequest).Count -gt 0`,
    check: writes('not asked', 'True'),
  },
  {
    rule: '-WhatIf and -Confirm count more than -Force',
    script: `Reset-CsEmulator -Force -WhatIf; & { $WhatIfPreference = $true; Reset-CsEmulator -Force }; try { Reset-CsEmulator -Force -Confirm } catch { 'not asked' }; @(Get-CsEmulatedRequest).Count -gt 0`,
    check: writes('not asked', 'True'),
  },
  {
    rule: '-Force resets without a question and says so with -Verbose; requests of this computer stay, and no number is given twice',
    script: `Reset-CsEmulator -Force -Verbose; @(Get-CsEmulatedRequest).Count; @(Request-CsCertificate -List).Count -gt 0; [int] (${NEW}).CaRequestId -gt 1`,
    check: writes(
      `verbose: Remove the book, the key and the certificate of the emulated certification authority (CA) "${CA}". Its next use begins a new one.`,
      '0',
      'True',
      'True',
    ),
  },
  {
    rule: 'so do -Confirm:$false and the caller\u2019s preference',
    script: `Reset-CsEmulator -Confirm:$false; @(Get-CsEmulatedRequest).Count; $null = ${NEW}; & { $ConfirmPreference = 'None'; Reset-CsEmulator }; @(Get-CsEmulatedRequest).Count`,
    check: writes('0', '0'),
  },
];

describeCases('A certificate manager decides', STORY, WITH_APPROVAL);

const [A, B] = TWO_AUTHORITIES;

describeCases(
  'Where the deployment has several CAs',
  [
    {
      rule: 'each counts for itself, and all are shown in the deployment\u2019s order',
      script: `'${A}', '${B}' | ForEach-Object { $null = Request-CsCertificate -New -Type Default -CA $_ }; Get-CsEmulatedRequest 1 | ForEach-Object CA; (Get-CsEmulatedRequest -CA '${B.toUpperCase()}').CA`,
      check: writes(A, B, B),
    },
    {
      rule: 'a decision has to say which is meant',
      script: 'Approve-CsEmulatedRequest 1 -ErrorAction Stop',
      check: throws({
        id: `CertificationAuthorityNotChosen,${CMDLETS}.ApproveEmulatedRequestCmdlet`,
        message: `The deployment has several certification authorities. Say which one is meant: "${A}", "${B}".`,
      }),
    },
    {
      rule: 'a request of this computer is found by the number its CA gave it, though it is listed under another',
      script: `$r = Request-CsCertificate -List | Where-Object CA -eq '${B}'; $r.RequestId -lt 0; ($r | Deny-CsEmulatedRequest).CA; Get-CsEmulatedRequest | ForEach-Object { "$($_.CA) $($_.Disposition)" }`,
      check: writes('True', B, `${A} Pending`, `${B} Denied`),
    },
    {
      rule: 'one can be reset alone',
      script: `Reset-CsEmulator '${A}' -Force; (Get-CsEmulatedRequest).CA`,
      check: writes(B),
    },
  ],
  withTwoAuthorities(),
);

/** Answers to the question of Reset-CsEmulator, and how many requests are left. */
const ANSWERS: readonly (readonly [string, string, string])[] = [
  ['yes', 'y\n', '0'],
  ['no', 'n\n', '1'],
];

describe('At a prompt', () => {
  for (const [answer, input, left] of ANSWERS) {
    test(`Reset-CsEmulator asks once; answer: ${answer}`, async () => {
      const command = `$null = ${NEW}; Reset-CsEmulator; 'left ' + @(Get-CsEmulatedRequest).Count`;
      const { stdout } = await runPowerShell(['-NoProfile', '-EncodedCommand', encodedCommand(command)], {
        ...WITH_APPROVAL,
        input,
      });
      assert.equal(stdout.split('Remove the book, the key and the certificate').length - 1, 1, stdout);
      assert.match(stdout, new RegExp(`left ${left}\\r?$`, 'm'));
    });
  }

  test('-WhatIf says what would be decided, and -Confirm asks for each request', async () => {
    const command = `1..2 | ForEach-Object { $null = ${NEW} }; Get-CsEmulatedRequest | Deny-CsEmulatedRequest -WhatIf; $null = Get-CsEmulatedRequest | Approve-CsEmulatedRequest -Confirm; ${STATES}`;
    const { stdout } = await runPowerShell(['-NoProfile', '-EncodedCommand', encodedCommand(command)], {
      env: { ...WITH_APPROVAL.env, CSCERT_HOME: join(temporaryFolder(), 'home') },
      input: 'n\ny\n',
    });
    assert.match(stdout, /^What if: Deny the certificate request "1" \(CN=pool1\.litwareinc\.com\) at the emulated/m);
    assert.match(stdout, /^What if: Deny the certificate request "2"/m);
    assert.match(stdout, /Pending Issued\r?$/m);
  });

  test('requests are a table, and a list with the code in hexadecimal on demand', async () => {
    const command = `$null = ${NEW}; Get-CsEmulatedRequest; Deny-CsEmulatedRequest 1 | Format-List`;
    const { stdout } = await runPowerShell(['-NoProfile', '-EncodedCommand', encodedCommand(command)], WITH_APPROVAL);
    assert.match(stdout, /^ *RequestId Disposition Requester +Template +Subject *\r?$/m);
    assert.match(stdout, /^HResult +: 0x80094014\r?$/m);
    assert.match(stdout, /^DispositionMessage +: Denied by /m);
  });
});
