import assert from 'node:assert/strict';
import { describeCases, writes } from './cases.ts';

const NEW = 'Request-CsCertificate -New -Type Default';
const REFERENCE = 'CN=pool.contoso.com, O="Contoso, Inc" (19AAEA53C30D0BEF29D668CA5FAAD32FF54D4E53)';

/** What the scenario `callbacks` shows whatever the preferences are. */
const ALWAYS = ['warning: warning 3', 'information: information 4', 'error: NotFatal', REFERENCE];

describeCases('What the engine says becomes PowerShell\u2019s own streams', [
  {
    rule: 'everything arrives in the engine\u2019s order, each on its stream; an unknown notification is ignored',
    script: `$DebugPreference = 'Continue'; ${NEW} -Template callbacks -Verbose`,
    check: writes(
      'verbose: verbose 1',
      'debug: debug 2',
      'warning: warning 3',
      'information: information 4',
      'error: NotFatal',
      'verbose: Request a certificate\nfrom a CA.',
      REFERENCE,
      'verbose: proceed true false',
    ),
  },
  {
    rule: 'verbose and debug text is silent by default',
    script: `${NEW} -Template callbacks`,
    check: writes(...ALWAYS),
  },
  {
    rule: '-WarningVariable, -ErrorVariable, -InformationVariable and -OutVariable collect',
    script: `$null = ${NEW} -Template callbacks -WarningVariable w -ErrorVariable e -InformationVariable i -OutVariable o 2>&1 3>&1 6>&1; '' + $w; $e[0].FullyQualifiedErrorId; '' + $i; $o.Thumbprint`,
    check: writes(
      'warning 3',
      'NotFatal,Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet',
      'information 4',
      '19AAEA53C30D0BEF29D668CA5FAAD32FF54D4E53',
    ),
  },
  {
    rule: 'the host line is an information record tagged PSHOST, not part of the success stream',
    script: `$r = ${NEW} -Template callbacks 6>&1 2>$null 3>$null; $r[0].Tags -join ','; $r[0].MessageData.GetType().Name; $r.Count`,
    check: writes('PSHOST', 'HostInformationMessage', '2'),
  },
  {
    rule: 'text beyond ASCII survives the wire',
    script: `${NEW} -Template unicode`,
    check: writes('information: Zürich 東京 🙂'),
  },
  {
    rule: '-WarningAction and -ErrorAction SilentlyContinue silence',
    script: `${NEW} -Template callbacks -WarningAction SilentlyContinue -ErrorAction SilentlyContinue`,
    check: writes('information: information 4', REFERENCE),
  },
  {
    rule: '-InformationAction Ignore silences the host line as it does Write-Host',
    script: `${NEW} -Template callbacks -InformationAction Ignore`,
    check: ({ output }) => assert.ok(!output.includes('information: information 4')),
  },
  {
    rule: '-WarningAction Stop stops before anything is issued',
    script: `try { ${NEW} -Template warnThenIssue -WarningAction Stop } catch { 'caught ' + $_.Exception.GetType().Name }; ${NEW} -Template unicode`,
    check: writes('warning: short key', 'caught ActionPreferenceStopException', 'information: Zürich 東京 🙂'),
  },
  {
    rule: '-ErrorAction Stop turns the first non-terminating error into an exception with its own type inside',
    script: `try { ${NEW} -Template callbacks -ErrorAction Stop 3>$null 6>$null } catch [Microsoft.Rtc.Management.Common.Certificates.CertificateException] { 'caught ' + $_.FullyQualifiedErrorId }`,
    check: ({ output }) => assert.match(output.at(-1) ?? '', /^caught NotFatal,/),
  },
  {
    rule: 'an object for which nobody asks any more does not cut the command short',
    script: `$before = (${NEW}).RequestId; (${NEW} -Template many | Select-Object -First 1).RequestId; $before -eq (${NEW}).RequestId`,
    check: writes('-1', 'True'),
  },
  {
    rule: 'a command in the pipeline of another works, and both stay themselves',
    script: `${NEW} -Template many | ForEach-Object { $_.RequestId; (Request-CsCertificate -Clear -RequestId $_.RequestId).NextStep -match '"RequestId":-\\d' }`,
    check: writes('-1', 'True', '-2', 'True', '-3', 'True', 'information: came to its end'),
  },
]);

/** Ways to run a command with a preference, and what of the scenario is then seen. */
const SCRIPT = `[CmdletBinding(SupportsShouldProcess)] param() ${NEW} -Template callbacks 3>$null 6>$null`;
const FROM_FILE = `$f = [IO.Path]::Combine([IO.Path]::GetTempPath(), [IO.Path]::GetRandomFileName() + '.ps1'); [IO.File]::WriteAllText($f, '${SCRIPT}')`;
const FROM_FUNCTION = `function Invoke-It { ${SCRIPT} }`;
const FROM_MODULE = `$m = New-Module -ScriptBlock { function Invoke-There { ${SCRIPT} } }`;

describeCases('The caller\u2019s preferences hold', [
  {
    rule: 'in a function that was run with -WhatIf nothing is issued',
    script: `${FROM_FUNCTION}; Invoke-It -WhatIf -Verbose 2>$null`,
    check: writes('verbose: verbose 1', 'verbose: proceed false true'),
  },
  {
    rule: 'in a script that was run with & and -WhatIf nothing is issued',
    script: `${FROM_FILE}; & $f -WhatIf -Verbose 2>$null`,
    check: writes('verbose: verbose 1', 'verbose: proceed false true'),
  },
  {
    rule: 'in a function of another module that was run with -WhatIf nothing is issued',
    script: `${FROM_MODULE}; Invoke-There -WhatIf -Verbose 2>$null`,
    check: writes('verbose: verbose 1', 'verbose: proceed false true'),
  },
  {
    rule: '$WhatIfPreference of the calling scope counts, and ends with it',
    script: `& { $WhatIfPreference = $true; ${NEW} -Template callbacks 2>$null 3>$null 6>$null }; (${NEW} -Template callbacks 2>$null 3>$null 6>$null).Thumbprint`,
    check: writes('19AAEA53C30D0BEF29D668CA5FAAD32FF54D4E53'),
  },
  {
    rule: '-WhatIf:$false wins over the preference',
    script: `$WhatIfPreference = $true; (${NEW} -Template callbacks -WhatIf:$false 2>$null 3>$null 6>$null).Thumbprint`,
    check: writes('19AAEA53C30D0BEF29D668CA5FAAD32FF54D4E53'),
  },
  {
    rule: '$VerbosePreference is the engine\u2019s to know',
    script: `& { $VerbosePreference = 'Continue'; ((${NEW} 4>$null).NextStep | ConvertFrom-Json).context.verbose }; ((${NEW}).NextStep | ConvertFrom-Json).context.verbose; & { $VerbosePreference = 'Continue'; ((${NEW} -Verbose:$false).NextStep | ConvertFrom-Json).context.verbose }`,
    check: writes('True', 'False', 'False'),
  },
  {
    rule: '$ConfirmPreference and -Confirm are the engine\u2019s to know',
    script: `& { $ConfirmPreference = 'Medium'; ((${NEW}).NextStep | ConvertFrom-Json).context.confirm }; ((${NEW} -Confirm).NextStep | ConvertFrom-Json).context.confirm; & { $ConfirmPreference = 'None'; ((${NEW}).NextStep | ConvertFrom-Json).context.confirm }`,
    check: writes('True', 'True', 'False'),
  },
  {
    rule: 'the user at the other end of a remote session is told, and nobody in a local one',
    script: `((${NEW}).NextStep | ConvertFrom-Json).context.PSObject.Properties.Name -contains 'connectedUser'; & { $PSSenderInfo = [pscustomobject]@{ ConnectedUser = 'CONTOSO\\ken' }; ((${NEW}).NextStep | ConvertFrom-Json).context.connectedUser }`,
    check: writes('False', 'CONTOSO\\ken'),
  },
  {
    rule: '$WarningPreference and $InformationPreference hold in a function of another module run with the switches',
    script: `$m = New-Module -ScriptBlock { function Invoke-There { [CmdletBinding()] param() ${NEW} -Template callbacks 2>$null } }; Invoke-There -WarningAction SilentlyContinue -InformationAction Ignore`,
    check: writes(REFERENCE),
  },
  {
    rule: '$ErrorActionPreference Stop makes the non-terminating error the end',
    script: `& { $ErrorActionPreference = 'Stop'; ${NEW} -Template callbacks 3>$null 6>$null }`,
    check: ({ error }) =>
      assert.equal(error?.id, 'NotFatal,Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet'),
  },
]);
