import type { Case } from './case.ts';

export const SESSION_CASES: readonly Case[] = [
  [
    'Write-Output keeps or unrolls',
    '(Write-Output 1, 2).Count; (Write-Output 1, 2 -NoEnumerate | Measure-Object).Count; Write-Output a b',
    ['2', '1', 'a', 'b'],
  ],
  [
    'Write-Error names itself',
    "Write-Error 'boom'; Write-Error x -ErrorId My.Id -Category InvalidData; Write-Error -Exception ([System.IO.IOException]::new('io'))",
    ['ERROR Microsoft.PowerShell.Commands.WriteErrorException', 'ERROR My.Id', 'ERROR System.IO.IOException'],
  ],
  [
    'Write-Error stops when told to',
    "Write-Error boom -ErrorAction Stop; 'no'",
    ['THROWN Microsoft.PowerShell.Commands.WriteErrorException'],
  ],
  [
    'Write-Information and Write-Host share a stream',
    '(Write-Information i -Tags t 6>&1).Tags; (Write-Host a, b -Separator \'-\' 6>&1).MessageData.Message; "$(Write-Host h 6>&1)"',
    ['t', 'a-b', 'h'],
  ],
  [
    'common variables collect',
    'Write-Warning w -WarningAction SilentlyContinue -WarningVariable wv; "$wv"; Write-Error e -ErrorAction SilentlyContinue -ErrorVariable ev; "$ev"; Get-Item / -OutVariable ov | Out-Null; $ov.Name',
    ['w', 'e', '/'],
  ],
  [
    'Invoke-Expression runs in the caller',
    "$x = 5; Invoke-Expression '$y = $x + 1'; $y; 'Write-Output z' | Invoke-Expression",
    ['6', 'z'],
  ],
  [
    'variables',
    'Set-Variable v 3; Get-Variable v -ValueOnly; New-Variable v 4; Get-Variable nosuch; Clear-Variable v; $null -eq $v; New-Variable k 1 -Option ReadOnly; Set-Variable k 2; Remove-Variable k -Force; Test-Path variable:k; function s { Set-Variable q 1 -Scope 1 }; s; $q',
    [
      '3',
      'ERROR VariableAlreadyExists,Microsoft.PowerShell.Commands.NewVariableCommand',
      'ERROR VariableNotFound,Microsoft.PowerShell.Commands.GetVariableCommand',
      'True',
      'ERROR VariableNotWritable,Microsoft.PowerShell.Commands.SetVariableCommand',
      'False',
      '1',
    ],
  ],
  [
    'aliases',
    'Set-Alias zz Get-Date; (Get-Alias zz).Definition; New-Alias zz x; Remove-Alias zz; Get-Alias zz; (Get-Alias gci).Definition',
    [
      'Get-Date',
      'ERROR AliasAlreadyExists,Microsoft.PowerShell.Commands.NewAliasCommand',
      'ERROR ItemNotFoundException,Microsoft.PowerShell.Commands.GetAliasCommand',
      'Get-ChildItem',
    ],
  ],
  [
    'secure strings',
    "$s = ConvertTo-SecureString abc -AsPlainText -Force; ConvertFrom-SecureString $s -AsPlainText; $key = [byte[]](1..16); $e = ConvertFrom-SecureString $s -Key $key; ConvertTo-SecureString $e -Key $key | ConvertFrom-SecureString -AsPlainText; [pscredential]::new('u', $s).GetNetworkCredential().Password",
    ['abc', 'abc', 'abc'],
  ],
  [
    'the current process',
    '(Get-Process -Id $PID).Id -eq $PID; Get-Process nosuchprocess; Get-Process -Id 99999999',
    [
      'True',
      'ERROR NoProcessFoundForGivenName,Microsoft.PowerShell.Commands.GetProcessCommand',
      'ERROR NoProcessFoundForGivenId,Microsoft.PowerShell.Commands.GetProcessCommand',
    ],
  ],
  [
    'Stop-Process',
    '$p = Start-Process sleep 600 -PassThru; Stop-Process -Id $p.Id -WhatIf:$false; $p.WaitForExit(60000)',
    ['True'],
  ],
  [
    'host and culture',
    '(Get-Host).Name; (Get-Culture).GetType().Name; (Get-UICulture).GetType().Name',
    ['ConsoleHost', 'CultureInfo', 'CultureInfo'],
  ],
  [
    'help, syntax and completion',
    "(Get-Command Get-Content -Syntax).Contains('[-Path] <string[]>'); (TabExpansion2 'Get-Chi' 7).CompletionMatches.CompletionText; Set-Content file.txt 1; (TabExpansion2 'Get-Item ./fi' 13).CompletionMatches.CompletionText; (TabExpansion2 '\"x\".Len' 7).CompletionMatches.CompletionText; (help Get-Content | Out-String).Length -gt 100",
    ['True', 'Get-ChildItem', './file.txt', 'Length', 'True'],
  ],
  [
    'an unknown parameter is an error',
    'Get-Content -NoSuchParameter x',
    ['THROWN NamedParameterNotFound,Microsoft.PowerShell.Commands.GetContentCommand'],
  ],
];

export const PROCESSES_CASES: readonly Case[] = [
  [
    'Start-Process waits and tells the exit code',
    "$p = Start-Process sh -ArgumentList '-c', '\"exit 3\"' -Wait -PassThru; $p.ExitCode; $p.GetType().FullName; $null -eq (Start-Process sh '-c true' -Wait)",
    ['3', 'System.Diagnostics.Process', 'True'],
  ],
  [
    'Start-Process with files for its streams',
    "'in' | Set-Content i; Start-Process sh -ArgumentList '-c \"cat; echo err >&2\"' -Wait -NoNewWindow -RedirectStandardInput i -RedirectStandardOutput o -RedirectStandardError e; Get-Content o, e; Start-Process sh '-c x' -RedirectStandardOutput s -RedirectStandardError s",
    ['in', 'err', 'THROWN InvalidOperationException,Microsoft.PowerShell.Commands.StartProcessCommand'],
  ],
  [
    'Start-Process in a folder and an environment',
    "$null = New-Item d -ItemType Directory; Start-Process sh '-c \"pwd; echo $X\"' -Wait -WorkingDirectory d -Environment @{ X = 'y' } -RedirectStandardOutput o; (Get-Content o) -replace '.*/', ''",
    ['d', 'y'],
  ],
  [
    'Start-Process of nothing',
    'Start-Process no-such-program',
    ['THROWN InvalidOperationException,Microsoft.PowerShell.Commands.StartProcessCommand'],
  ],
  ['Start-Process -WhatIf', 'Start-Process sh \'-c "echo > made"\' -Wait -WhatIf; Test-Path made', ['False']],
  [
    'Wait-Process',
    '$p = Start-Process sh \'-c "sleep 0.1"\' -PassThru; $p | Wait-Process; $p.HasExited; $q = Start-Process sleep 600 -PassThru; Wait-Process -Id $q.Id -Timeout 0; $q.Kill(); Wait-Process -InputObject $q; $q.HasExited',
    ['True', 'ERROR ProcessNotTerminated,Microsoft.PowerShell.Commands.WaitProcessCommand', 'True'],
  ],
];

export const TRANSCRIPTS_CASES: readonly Case[] = [
  [
    'a transcript has what was shown',
    "(Start-Transcript -Path t.txt).Path; 'shown' | Out-Host; Write-Host 'said'; Write-Warning 'warned' 3>&1 | Out-Null; (Split-Path -Leaf (Stop-Transcript).Path); $t = Get-Content t.txt; $t -contains 'shown'; $t -contains 'said'; @($t -match 'PowerShell transcript (start|end)').Count",
    ['t.txt', 'shown', 'said', 't.txt', 'True', 'True', '2'],
  ],
  [
    'a transcript is overwritten, or goes on with -Append',
    "'old' | Set-Content t.txt; $null = Start-Transcript t.txt -Append; $null = Stop-Transcript; (Get-Content t.txt)[0]; $null = Start-Transcript t.txt; $null = Stop-Transcript; (Get-Content t.txt) -contains 'old'",
    ['old', 'False'],
  ],
  [
    'a transcript in a folder gets a name of its own',
    "$p = (Start-Transcript -OutputDirectory .).Path; $null = Stop-Transcript; (Split-Path -Leaf $p) -like 'PowerShell_transcript.*.txt'; Test-Path $p",
    ['True', 'True'],
  ],
  [
    'transcripts that cannot be',
    "'x' | Set-Content t.txt; try { Start-Transcript t.txt -NoClobber } catch { $_.FullyQualifiedErrorId }; try { Stop-Transcript } catch { $_.FullyQualifiedErrorId }; Get-Content t.txt; $null = Start-Transcript u.txt -WhatIf; Test-Path u.txt",
    [
      'CannotStartTranscription,Microsoft.PowerShell.Commands.StartTranscriptCommand',
      'InvalidOperation,Microsoft.PowerShell.Commands.StopTranscriptCommand',
      'x',
      'False',
    ],
  ],
];
