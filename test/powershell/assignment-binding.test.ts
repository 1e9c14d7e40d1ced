import assert from 'node:assert/strict';
import { type Case, describeCases, received, throws, writes } from './cases.ts';

const THUMBPRINT = '19AAEA53C30D0BEF29D668CA5FAAD32FF54D4E53';
const ALL = '__AllParameterSets';
const SWITCH = 'System.Management.Automation.SwitchParameter';
const TYPES = 'Microsoft.Rtc.Management.Deployment.CertType[]';
const IDENTITY = 'Microsoft.Rtc.Management.Xds.XdsIdentity';

/** Name, type, parameter sets, position, aliases of the help pages (domain facts 7). */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  'Get-CsCertificate': [
    `Type ${TYPES} ${ALL} named`,
    `NetportId System.String ${ALL} named`,
    `Report System.String ${ALL} named`,
    `Identity ${IDENTITY} ${ALL} 2`,
  ],
  'Set-CsCertificate': [
    'NetportId System.String CertificateReference,Thumbprint named',
    'Reference Microsoft.Rtc.Management.Deployment.CertificateReference CertificateReference named mandatory pipeline',
    'Thumbprint System.String Thumbprint named mandatory',
    'Path System.String Path named mandatory',
    'Password System.String Path named',
    `Type ${TYPES} CertificateReference,Path,Thumbprint named`,
    `Force ${SWITCH} ${ALL} named`,
    `Report System.String ${ALL} named`,
    `Identity ${IDENTITY} CertificateReference,Path,Thumbprint named`,
    `EffectiveDate System.DateTime ${ALL} named EffectiveTime`,
    `Roll ${SWITCH} ${ALL} named`,
    `WhatIf ${SWITCH} ${ALL} named wi`,
    `Confirm ${SWITCH} ${ALL} named cf`,
  ],
  'Remove-CsCertificate': [
    `Type ${TYPES} ${ALL} named`,
    `NetportId System.String ${ALL} named`,
    `Force ${SWITCH} ${ALL} named`,
    `Report System.String ${ALL} named`,
    `Identity ${IDENTITY} ${ALL} 2`,
    `Previous ${SWITCH} ${ALL} named`,
    `WhatIf ${SWITCH} ${ALL} named wi`,
    `Confirm ${SWITCH} ${ALL} named cf`,
  ],
  'Test-CsCertificateConfiguration': [`Report System.String ${ALL} named`],
};

const METADATA = Object.entries(PARAMETERS).map(
  ([command, parameters]): Case => ({
    rule: `${command}: every documented parameter with its type, sets, position and alias, and no other`,
    script: `(Get-Command ${command}).Parameters.Values | Where-Object { $_.Name -notin [Management.Automation.Cmdlet]::CommonParameters -and $_.Name -ne 'ProgressAction' } | ForEach-Object {
      $set = @($_.ParameterSets.Values)[0]
      $words = @($_.Name, $_.ParameterType, (($_.ParameterSets.Keys | Sort-Object) -join ','), $(if ($set.Position -ge 0) { $set.Position } else { 'named' }))
      if ($set.IsMandatory) { $words += 'mandatory' }; if ($set.ValueFromPipeline) { $words += 'pipeline' }
      ($words + $_.Aliases) -join ' ' }`,
    check: ({ output }) => assert.deepEqual([...output].sort(), [...parameters].sort()),
  }),
);

/** A rule, a call, and the parameters that the engine gets. */
const CALLS: readonly (readonly [rule: string, call: string, parameters: Readonly<Record<string, unknown>>])[] = [
  ['nothing', 'Get-CsCertificate', {}],
  ['an identity by position', 'Get-CsCertificate global', { Identity: 'global' }],
  [
    'types in any case, as a list',
    'Get-CsCertificate -Type default,OAUTHTOKENISSUER',
    { Type: ['Default', 'OAuthTokenIssuer'] },
  ],
  ['types as one text', `Get-CsCertificate -Type 'Internal, External'`, { Type: ['Internal', 'External'] }],
  ['nothing for $null', 'Get-CsCertificate -Type Default -Identity $null -NetportId $null', { Type: ['Default'] }],
  [
    'a thumbprint and switches of a splat with values',
    `$s = @{ Type = 'Default'; Thumbprint = '${THUMBPRINT}'; Force = $True; Roll = $False; Confirm = $False }; Set-CsCertificate @s`,
    { Type: ['Default'], Thumbprint: THUMBPRINT, Force: true, Roll: false },
  ],
  [
    'a reference by name',
    `$c = Request-CsCertificate -New -Type Default -Template reference; Set-CsCertificate -Reference $c -Type Default`,
    { Reference: { thumbprint: THUMBPRINT, use: 'Default,WebServicesInternal' }, Type: ['Default'] },
  ],
  [
    'a reference by pipeline',
    `Request-CsCertificate -New -Type Default -Template reference | Set-CsCertificate`,
    { Reference: { thumbprint: THUMBPRINT, use: 'Default,WebServicesInternal' } },
  ],
  [
    'a date as UTC, under its older name too',
    `Set-CsCertificate -Thumbprint x -EffectiveTime ([datetime]::new(2030, 7, 31, 8, 0, 0, [DateTimeKind]::Utc))`,
    { Thumbprint: 'x', EffectiveDate: '2030-07-31T08:00:00.0000000Z' },
  ],
  [
    'a date as the region writes it',
    `[cultureinfo]::CurrentCulture = 'de-DE'; try { Set-CsCertificate -Thumbprint x -EffectiveDate '31.7.2030 08:00' } finally { [cultureinfo]::CurrentCulture = '' }`,
    { Thumbprint: 'x', EffectiveDate: new Date(2030, 6, 31, 8).toISOString().replace('.000Z', '.0000000Z') },
  ],
  ['no date for $null', 'Set-CsCertificate -Thumbprint x -EffectiveDate $null', { Thumbprint: 'x' }],
  ['the switch of Remove', 'Remove-CsCertificate -Previous -Type Default', { Previous: true, Type: ['Default'] }],
  ['the identity of Remove by position', 'Remove-CsCertificate Global -Force', { Identity: 'Global', Force: true }],
];

describeCases('The cmdlets that assign certificates', METADATA);

describeCases(
  'The engine gets',
  CALLS.map(([rule, call, parameters]) => ({
    rule,
    script: call.includes(';') ? `(& { ${call} }).NextStep` : `(${call}).NextStep`,
    check: received((got) => assert.deepEqual(got.parameters, parameters)),
  })),
);

const REFUSED: readonly Case[] = [
  {
    rule: 'Set without a certificate',
    script: 'Set-CsCertificate -Type Default',
    check: throws({ id: 'AmbiguousParameterSet,Microsoft.Rtc.Management.Deployment.SetCertificateCmdlet' }),
  },
  {
    rule: 'a request where a certificate is wanted',
    script: `$r = Request-CsCertificate -New -Type Default; Set-CsCertificate -Reference $r -Type Default`,
    check: throws({
      id: 'CannotConvertArgumentNoMessage,Microsoft.Rtc.Management.Deployment.SetCertificateCmdlet',
    }),
  },
  {
    rule: 'a variable without a value for the types of Remove, which would else take all away',
    script: 'Remove-CsCertificate -Type $null -Force',
    check: throws({
      id: 'ParameterArgumentValidationError,Microsoft.Rtc.Management.Deployment.RemoveCertificateCmdlet',
    }),
  },
  {
    rule: '-WhatIf with Get, which changes nothing',
    script: 'Get-CsCertificate -WhatIf',
    check: throws({ id: 'NamedParameterNotFound,Microsoft.Rtc.Management.Deployment.GetCertificateCmdlet' }),
  },
];

describeCases('PowerShell refuses', REFUSED);

describeCases('-Confirm:$false', [
  {
    rule: 'tells the engine not to ask',
    script: `(Remove-CsCertificate -Confirm:$false).NextStep`,
    check: received(({ context }) => assert.equal(context['unprompted'], true)),
  },
  {
    rule: 'is not what a call without it says',
    script: `(Remove-CsCertificate).NextStep`,
    check: received(({ context }) => assert.deepEqual([context['unprompted'], context['confirm']], [false, false])),
  },
  {
    rule: 'ask from Medium on, as Set and Remove do',
    script: `foreach ($name in 'Set', 'Remove') { '' + ([Management.Automation.CommandMetadata](Get-Command "$name-CsCertificate")).ConfirmImpact }`,
    check: writes('Medium', 'Medium'),
  },
]);
