import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type Case, describeCases, throws, writes } from './cases.ts';
import { REAL_ENGINE, WITH_APPROVAL } from './emulated-deployment.ts';
import { runWithStandIn, temporaryFolder } from './module-process.ts';

const MODULE = join(import.meta.dirname, '..', '..', 'psmodule', 'CsEmulator');
const COMMANDS = [
  'Approve-CsEmulatedRequest',
  'Deny-CsEmulatedRequest',
  'Get-CsEmulatedRequest',
  'Reset-CsEmulator',
  'Revoke-CsEmulatedRequest',
];
const TYPES = 'Microsoft.Rtc.Management.Emulation.Operator';
const MANDATORY_NUMBERS = 'RequestId System.Int32[] * pipeline 0';

/** Name, type, `*` where mandatory, whether by the pipeline, position; without WhatIf, Confirm and common parameters. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  'Get-CsEmulatedRequest': [
    'CA System.String',
    `Disposition ${TYPES}.EmulatedRequestDisposition`,
    'RequestId System.Int32[] * 0',
  ],
  'Approve-CsEmulatedRequest': ['CA System.String pipeline', 'CaRequestId System.String pipeline', MANDATORY_NUMBERS],
  'Deny-CsEmulatedRequest': [
    'CA System.String pipeline',
    'CaRequestId System.String pipeline',
    'HResult System.Int64',
    'Message System.String',
    MANDATORY_NUMBERS,
  ],
  'Revoke-CsEmulatedRequest': [
    'CA System.String pipeline',
    'CaRequestId System.String pipeline',
    `Reason ${TYPES}.RevocationReason`,
    MANDATORY_NUMBERS,
  ],
  'Reset-CsEmulator': ['CA System.String 0', 'Force System.Management.Automation.SwitchParameter'],
};

const OWN = `Where-Object { $_.Name -notin [Management.Automation.Cmdlet]::CommonParameters -and $_.Name -notin 'ProgressAction', 'WhatIf', 'Confirm' }`;

describeCases(
  'The cmdlets of CsEmulator describe themselves',
  [
    {
      rule: 'the module exports its cmdlets and nothing else, and needs no other module',
      script: `Import-Module CsEmulator; (Get-Command -Module CsEmulator | ForEach-Object { '' + $_.CommandType + ' ' + $_.Name } | Sort-Object); @(Get-Module Lync, SkypeForBusiness).Count; Get-Command Initialize-CsEmulation -ErrorAction Ignore`,
      check: writes(...COMMANDS.map((name) => `Cmdlet ${name}`), '0'),
    },
    {
      rule: 'it is listed for PowerShell 7.4 and later',
      script: `$m = Get-Module -ListAvailable CsEmulator; '' + $m.PowerShellVersion; $m.CompatiblePSEditions -join ','; ($m.ExportedCommands.Keys | Sort-Object) -join ' '`,
      check: writes('7.4', 'Core', COMMANDS.join(' ')),
    },
    ...Object.entries(PARAMETERS).map(
      ([command, parameters]): Case => ({
        rule: `${command} has these parameters and no others`,
        script: `(Get-Command ${command}).Parameters.Values | ${OWN} | ForEach-Object { $p = @($_.ParameterSets.Values)[0]; (@($_.Name, $_.ParameterType) + $(if ($p.IsMandatory) { '*' }) + $(if ($p.ValueFromPipelineByPropertyName) { 'pipeline' }) + $(if ($p.Position -ge 0) { $p.Position })) -join ' ' } | Sort-Object`,
        check: writes(...parameters),
      }),
    ),
    {
      rule: 'only Reset-CsEmulator asks by itself; Get- has nothing to ask',
      script: COMMANDS.map(
        (name) =>
          `$m = [Management.Automation.CommandMetadata](Get-Command ${name}); "$($m.SupportsShouldProcess) $($m.ConfirmImpact)"`,
      ).join('; '),
      check: writes('True Medium', 'True Medium', 'False None', 'True High', 'True Medium'),
    },
    {
      rule: 'reasons have the numbers of RFC 5280',
      script: `[enum]::GetValues([${TYPES}.RevocationReason]) | ForEach-Object { "$([int] $_) $_" }`,
      check: writes(
        '0 Unspecified',
        '1 KeyCompromise',
        '2 CACompromise',
        '3 AffiliationChanged',
        '4 Superseded',
        '5 CessationOfOperation',
        '6 CertificateHold',
      ),
    },
  ],
  WITH_APPROVAL,
);

/** Calls that the binder refuses. */
const REFUSED: readonly (readonly [string, string, string])[] = [
  [
    'a number that is null, which must not mean all',
    'Get-CsEmulatedRequest -RequestId $null',
    'ParameterArgumentValidationError,GetEmulatedRequestCmdlet',
  ],
  ['the number 0', 'Get-CsEmulatedRequest 0', 'ParameterArgumentValidationError,GetEmulatedRequestCmdlet'],
  [
    'a number with a disposition',
    'Get-CsEmulatedRequest -RequestId 1 -Disposition Issued',
    'AmbiguousParameterSet,GetEmulatedRequestCmdlet',
  ],
  [
    'an unknown disposition',
    'Get-CsEmulatedRequest -Disposition Lost',
    'CannotConvertArgumentNoMessage,GetEmulatedRequestCmdlet',
  ],
  ['no number to approve', 'Approve-CsEmulatedRequest', 'MissingMandatoryParameter,ApproveEmulatedRequestCmdlet'],
  [
    'a code beyond 32 bits',
    'Deny-CsEmulatedRequest 1 -HResult 4294967296',
    'ParameterArgumentValidationError,DenyEmulatedRequestCmdlet',
  ],
  [
    'a message over 1000 characters',
    "Deny-CsEmulatedRequest 1 -Message ('x' * 1001)",
    'ParameterArgumentValidationError,DenyEmulatedRequestCmdlet',
  ],
  [
    'an unknown reason',
    'Revoke-CsEmulatedRequest 1 -Reason Bored',
    'CannotConvertArgumentNoMessage,RevokeEmulatedRequestCmdlet',
  ],
];

describeCases(
  'The binder itself refuses',
  REFUSED.map(([rule, script, id]) => ({ rule, script, check: throws({ id: id.replace(',', `,${TYPES}.`) }) })),
  WITH_APPROVAL,
);

test('every file of the manifest is there', () => {
  const manifest = readFileSync(join(MODULE, 'CsEmulator.psd1'), 'utf8');
  const files = [...manifest.matchAll(/'([^']+\.(?:ps1xml|psm1|psd1|xml))'/g)].map(([, file = '']) => file);
  assert.ok(files.length > 4);
  for (const file of files) assert.ok(existsSync(join(MODULE, file)), file);
});

const NEITHER_COMPLAINS = { error: null };

/** Modules in the order of import; the cmdlets of all work, whichever goes first. */
const ORDERS = [
  ['CsEmulator', 'Lync'],
  ['Lync', 'CsEmulator'],
  ['SkypeForBusiness', 'CsEmulator'],
] as const;

describeCases(
  'CsEmulator beside the product\u2019s module',
  [
    ...ORDERS.flatMap((order): readonly Case[] => [
      {
        rule: `${order.join(', then ')}: both work, and go by themselves`,
        script: `Import-Module ${order.join(', ')}; $list = @(Request-CsCertificate -List) + @(Get-CsEmulatedRequest); $list.Count; Remove-Module ${order[0]}; (Get-Module ${order.join(', ')}).Name; ${order[1] === 'CsEmulator' ? '@(Get-CsEmulatedRequest).Count' : '@(Request-CsCertificate -List).Count'}; Remove-Module ${order[1]}; @(Get-Module Lync, SkypeForBusiness, CsEmulator).Count`,
        check: (result) => {
          assert.partialDeepStrictEqual(result, NEITHER_COMPLAINS);
          assert.deepEqual(result.output, ['0', order[1], '0', '0']);
        },
      },
    ]),
    {
      rule: 'a script that imports nothing gets the cmdlets by their names',
      script: '@(Get-CsEmulatedRequest).Count; @(Request-CsCertificate -List).Count; (Get-Module CsEmulator).Name',
      check: writes('0', '0', 'CsEmulator'),
    },
  ],
  WITH_APPROVAL,
);

describe('One engine serves all modules of a runspace', () => {
  test('and a runspace of its own has its own', async () => {
    const folder = temporaryFolder();
    const log = join(folder, 'started.txt');
    const counted = join(folder, 'counted.cjs');
    const real = JSON.stringify(REAL_ENGINE);
    writeFileSync(
      counted,
      `require('node:fs').appendFileSync(${JSON.stringify(log)}, 'started\\n'); process.argv[1] = ${real}; require(${real});`,
    );
    const { stdout, stderr } = await runWithStandIn(
      `Import-Module CsEmulator, Lync; $null = Get-CsEmulatedRequest; $null = Request-CsCertificate -List; $null = Get-CsEmulatedRequest; [IO.File]::ReadAllText('${log}').Length / 8; 1 | ForEach-Object -Parallel { Get-CsEmulatedRequest }; [IO.File]::ReadAllText('${log}').Length / 8`,
      { env: { ...WITH_APPROVAL.env, CSCERT_ENGINE: counted } },
    );
    assert.deepEqual(stdout.trim().split(/\r?\n/), ['1', '2'], stderr);
  });
});
