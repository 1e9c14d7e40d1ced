import assert from 'node:assert/strict';
import { CERTIFICATE_USES } from '../../src/domain/certificate-use.ts';
import { parseFqdn } from '../../src/domain/fqdn.ts';
import { type Case, describeCases, writes } from './cases.ts';

/** Name, type, parameter sets (domain facts 4.1 and the help page). */
const PARAMETERS: readonly (readonly [string, string, string])[] = [
  ['New', 'System.Management.Automation.SwitchParameter', 'ByNew'],
  ['List', 'System.Management.Automation.SwitchParameter', 'ByList'],
  ['Retrieve', 'System.Management.Automation.SwitchParameter', 'ByRetrieve'],
  ['Clear', 'System.Management.Automation.SwitchParameter', 'ByClear'],
  ['Type', 'Microsoft.Rtc.Management.Deployment.CertType[]', 'ByNew'],
  ['AllSipDomain', 'System.Management.Automation.SwitchParameter', 'ByNew'],
  ['CA', 'System.String', 'ByNew'],
  ['CaAccount', 'System.String', 'ByNew'],
  ['CaPassword', 'System.String', 'ByNew'],
  ['City', 'System.String', 'ByNew'],
  ['ClientEKU', 'System.Boolean', 'ByNew'],
  ['ComputerFqdn', 'Microsoft.Rtc.Management.Deploy.Fqdn', 'ByNew'],
  ['Country', 'System.String', 'ByNew'],
  ['DomainName', 'System.String', 'ByNew'],
  ['FriendlyName', 'System.String', 'ByNew'],
  ['GlobalCatalog', 'Microsoft.Rtc.Management.Deploy.Fqdn', 'ByNew'],
  ['GlobalSettingsDomainController', 'Microsoft.Rtc.Management.Deploy.Fqdn', 'ByNew'],
  ['KeyAlg', 'Microsoft.Rtc.Management.Deployment.X509Certificates.KeyAlgorithmIdentifier', 'ByNew'],
  ['KeySize', 'System.Int32', 'ByNew'],
  ['Organization', 'System.String', 'ByNew'],
  ['OU', 'System.String', 'ByNew'],
  ['Output', 'System.String', 'ByNew'],
  ['PrivateKeyExportable', 'System.Boolean', 'ByNew'],
  ['State', 'System.String', 'ByNew'],
  ['Template', 'System.String', 'ByNew'],
  ['RequestId', 'System.Int32', 'ByClear ByList ByRetrieve'],
  ['Force', 'System.Management.Automation.SwitchParameter', '__AllParameterSets'],
  ['Report', 'System.String', '__AllParameterSets'],
  ['WhatIf', 'System.Management.Automation.SwitchParameter', '__AllParameterSets'],
  ['Confirm', 'System.Management.Automation.SwitchParameter', '__AllParameterSets'],
];

const OWN_PARAMETERS = `(Get-Command Request-CsCertificate).Parameters.Values | Where-Object { $_.Name -notin [Management.Automation.Cmdlet]::CommonParameters -and $_.Name -ne 'ProgressAction' }`;

const METADATA: readonly Case[] = [
  {
    rule: 'every documented parameter exists with its type and sets, and no other',
    script: `${OWN_PARAMETERS} | ForEach-Object { '{0} {1} {2}' -f $_.Name, $_.ParameterType, (($_.ParameterSets.Keys | Sort-Object) -join ' ') }`,
    check: ({ output }) => assert.deepEqual([...output].sort(), PARAMETERS.map((row) => row.join(' ')).sort()),
  },
  {
    rule: 'the switches that choose the set are mandatory at position 1, -Type is mandatory and named',
    script: `${OWN_PARAMETERS} | ForEach-Object { foreach ($set in $_.ParameterSets.GetEnumerator()) { if ($set.Value.IsMandatory) { '{0} {1} {2}' -f $set.Key, $_.Name, $set.Value.Position } } }`,
    check: ({ output }) =>
      assert.deepEqual([...output].sort(), [
        'ByClear Clear 1',
        'ByList List 1',
        'ByNew New 1',
        `ByNew Type ${-(2 ** 31)}`,
        'ByRetrieve Retrieve 1',
      ]),
  },
  {
    rule: 'only -Confirm and -WhatIf have an alias, and nothing takes pipeline input',
    script: `${OWN_PARAMETERS} | ForEach-Object { if ($_.Aliases) { $_.Name + ' ' + $_.Aliases }; foreach ($set in $_.ParameterSets.Values) { if ($set.ValueFromPipeline -or $set.ValueFromPipelineByPropertyName) { 'pipeline ' + $_.Name } } }`,
    check: ({ output }) => assert.deepEqual([...output].sort(), ['Confirm cf', 'WhatIf wi']),
  },
  {
    rule: 'the syntax shows four sets in the order of the documentation',
    script: `(Get-Command Request-CsCertificate -Syntax) -split '\\r?\\n' | Where-Object { $_ } | ForEach-Object { ($_ -split ' ')[0..3] -join ' ' }`,
    check: writes(
      'Request-CsCertificate -New -Type <CertType[]>',
      'Request-CsCertificate -List [-RequestId <int>]',
      'Request-CsCertificate -Retrieve [-RequestId <int>]',
      'Request-CsCertificate -Clear [-RequestId <int>]',
    ),
  },
  {
    rule: 'it asks for confirmation from Medium on, and names what it puts out',
    script: `$c = Get-Command Request-CsCertificate; '' + ([Management.Automation.CommandMetadata]$c).ConfirmImpact; $c.OutputType.Name`,
    check: writes(
      'Medium',
      'Microsoft.Rtc.Management.Deployment.CertificateReference',
      'Microsoft.Rtc.Management.Deployment.CertificateRequest',
    ),
  },
  {
    rule: 'CertType and KeyAlgorithmIdentifier have the values of the engine, in its order',
    script: `[enum]::GetNames([Microsoft.Rtc.Management.Deployment.CertType]); [enum]::GetNames([Microsoft.Rtc.Management.Deployment.X509Certificates.KeyAlgorithmIdentifier])`,
    check: writes(...CERTIFICATE_USES, 'RSA', 'ECDH_P256', 'ECDH_P384', 'ECDH_P521'),
  },
];

describeCases('Request-CsCertificate describes itself as the documentation does', METADATA);

const HOSTS = [
  'a',
  'a.b',
  'A-1.contoso.COM',
  '_sip._tls.contoso.com',
  'a.',
  ' a.b ',
  '-a',
  'a b',
  'a..b',
  'a\u00e9.de',
  'a\nb',
  'a.b\n',
  '',
  'a.-b',
  `${'x'.repeat(63)}.y`,
  `${'x'.repeat(64)}.y`,
  'a:1',
  '*.contoso.com',
  `${'x.'.repeat(127)}x`,
  `${'x.'.repeat(128)}x`,
];

describeCases('Fqdn binds what the engine takes for a host name', [
  // A type literal is known once the module is loaded.
  { rule: 'the module brings the type', script: 'Import-Module Lync', check: writes() },
  ...HOSTS.map(
    (host): Case => ({
      rule: JSON.stringify(host.length > 40 ? `${host.slice(0, 40)}… (${host.length})` : host),
      script: `try { '' + [Microsoft.Rtc.Management.Deploy.Fqdn]::new([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${Buffer.from(host).toString('base64')}'))) } catch { 'refused' }`,
      check: writes(parseFqdn(host)?.toString().trim() ?? 'refused'),
    }),
  ),
  {
    rule: 'host names are equal in any case',
    script: `$a = [Microsoft.Rtc.Management.Deploy.Fqdn]'A.contoso.com'; $a -eq [Microsoft.Rtc.Management.Deploy.Fqdn]'a.CONTOSO.com'; $a -eq [Microsoft.Rtc.Management.Deploy.Fqdn]'b.contoso.com'; '' + $a`,
    check: writes('True', 'False', 'A.contoso.com'),
  },
]);
