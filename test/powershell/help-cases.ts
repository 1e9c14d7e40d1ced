import assert from 'node:assert/strict';
import type { Case } from './cases.ts';

const SECTIONS = ['SYNOPSIS', 'SYNTAX', 'DESCRIPTION', 'PARAMETERS', 'INPUTS', 'OUTPUTS', 'NOTES', 'RELATED LINKS'];

/** A case that found nothing to complain of. */
const findsNothing: Case['check'] = ({ output, error }) => {
  assert.equal(error, null);
  assert.deepEqual(output, []);
};

/** Holds the page of a cmdlet against the cmdlet: sections, parameters, syntax, examples. */
export function helpCases(command: string): readonly Case[] {
  return [
    {
      rule: `${command}: the whole page has every section`,
      script: `Get-Help ${command} -Full | Out-String -Width 200`,
      check: ({ output: [text = ''] }) => {
        for (const section of SECTIONS) assert.match(text, new RegExp(`^${section}`, 'm'));
      },
    },
    {
      rule: `${command}: each parameter is described as it is, and no other is`,
      script: `$h = Get-Help ${command}; $c = Get-Command ${command}
        $own = $c.Parameters.Values | Where-Object { $_.Name -notin [Management.Automation.Cmdlet]::CommonParameters -and $_.Name -ne 'ProgressAction' }
        $told = $h.parameters.parameter
        if (Compare-Object @($own.Name) @($told.name)) { 'names differ' }
        foreach ($p in $own) {
          $t = $told | Where-Object name -eq $p.Name; $set = @($p.ParameterSets.Values)[0]
          if ($p.ParameterType.FullName -ne $t.type.name) { "type of $($p.Name): $($t.type.name)" }
          if ('' + $set.IsMandatory -ne $t.required) { "required $($p.Name)" }
          if ($t.position -ne $(if ($set.Position -ge 0) { $set.Position } else { 'named' })) { "position of $($p.Name)" }
          if (($set.ValueFromPipelineByPropertyName -or $set.ValueFromPipeline) -ne ($t.pipelineInput -match '^True')) { "pipeline input of $($p.Name)" }
          if (('' + ($t.description | ForEach-Object Text)).Length -lt 20) { "no description of $($p.Name)" }
        }
        foreach ($set in $c.ParameterSets) {
          $names = $set.Parameters.Name | Where-Object { $_ -in $own.Name }
          $fits = $h.syntax.syntaxItem | Where-Object { -not (Compare-Object @($names) @($_.parameter.name)) }
          if (@($fits).Count -ne 1) { "syntax of $($set.Name)" }
        }`,
      check: findsNothing,
    },
    {
      rule: `${command}: its examples bind`,
      script: `$examples = @((Get-Help ${command} -Examples).examples.example); if ($examples.Count -eq 0) { 'none' }
        foreach ($example in $examples) {
          $wrong = $null
          $code = [Management.Automation.Language.Parser]::ParseInput($example.code, [ref] $null, [ref] $wrong)
          if ($wrong) { "does not parse: $($example.code)" }
          foreach ($call in $code.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)) {
            $bound = [Management.Automation.Language.StaticParameterBinder]::BindCommand($call, $true)
            foreach ($problem in $bound.BindingExceptions.Values) { "$call : $($problem.BindingException.Message)" }
          }
        }
        if (('' + $examples.code) -notmatch '${command}') { 'it is in none of them' }`,
      check: findsNothing,
    },
  ];
}
