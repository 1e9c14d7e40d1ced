import { type Case, describeCases, writes } from './cases.ts';
import { WITH_APPROVAL } from './emulated-deployment.ts';

/** Name, type, and each set that has it, mandatory ones with a star (page of Import-CsCertificate). */
const PARAMETERS: readonly (readonly [string, string, string])[] = [
  ['Confirm', 'SwitchParameter', 'CMS Local'],
  ['EffectiveDate', 'DateTime', 'CMS Local'],
  ['Force', 'SwitchParameter', 'CMS Local'],
  ['Identity', 'XdsIdentity', 'CMS*'],
  ['Password', 'String', 'CMS Local'],
  ['Path', 'String', 'CMS* Local*'],
  ['PrivateKeyExportable', 'Boolean', 'Local'],
  ['Report', 'String', 'CMS Local'],
  ['Roll', 'SwitchParameter', 'CMS Local'],
  ['Type', 'CertType[]', 'CMS*'],
  ['WhatIf', 'SwitchParameter', 'CMS Local'],
];

const OWN = `$c = Get-Command Import-CsCertificate
  $own = $c.Parameters.Values | Where-Object { $_.Name -notin [Management.Automation.Cmdlet]::CommonParameters -and $_.Name -ne 'ProgressAction' } | Sort-Object Name`;

const CASES: readonly Case[] = [
  {
    rule: 'names, types and sets are those of the page',
    script: `${OWN}
      foreach ($p in $own) {
        $in = foreach ($set in $c.ParameterSets | Sort-Object Name) { $set.Parameters | Where-Object Name -eq $p.Name | ForEach-Object { $set.Name + $(if ($_.IsMandatory) { '*' }) } }
        '{0} {1} {2}' -f $p.Name, $p.ParameterType.Name, ($in -join ' ')
      }`,
    check: writes(...PARAMETERS.map((row) => row.join(' '))),
  },
  {
    rule: 'Local is the default; the identity alone has a position; EffectiveTime is another name of the date',
    script: `${OWN}; $c.DefaultParameterSet; $c.Parameters.EffectiveDate.Aliases
      foreach ($set in $c.ParameterSets) { $set.Parameters | Where-Object Position -ge 0 | ForEach-Object { "$($set.Name) $($_.Name) $($_.Position)" } }`,
    check: writes('Local', 'EffectiveTime', 'CMS Identity 2'),
  },
  {
    rule: 'nothing comes from the pipeline, and nothing asks by itself',
    script: `${OWN}
      @($own | ForEach-Object { $_.ParameterSets.Values } | Where-Object { $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName }).Count
      ($c.ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $true)).ConfirmImpact`,
    check: writes('0', 'Medium'),
  },
];

describeCases('Import-CsCertificate binds', CASES, WITH_APPROVAL);
