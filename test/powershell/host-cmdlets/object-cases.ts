import type { Case } from './case.ts';

export const OBJECTS_CASES: readonly Case[] = [
  [
    'Select-Object takes the first and stops',
    '$n = 0; 1..10 | ForEach-Object { $script:n++; $_ } | Select-Object -First 2; "ran $n"',
    ['1', '2', 'ran 2'],
  ],
  [
    'Select-Object -Skip, -Last, -SkipLast, -Index',
    "(1..9 | Select-Object -Skip 1 -First 2) -join ','; (1..9 | Select-Object -Last 2) -join ','; (1..4 | Select-Object -SkipLast 2) -join ','; (1..9 | Select-Object -Index 0,3) -join ','",
    ['2,3', '8,9', '1,2', '1,4'],
  ],
  ['Select-Object -Unique keeps the first', "('b','a','b' | Select-Object -Unique) -join ','", ['b,a']],
  [
    'Select-Object makes properties',
    "$o = [pscustomobject]@{ A = 1; B = 2 } | Select-Object A, @{ Name = 'Sum'; Expression = { $_.A + $_.B } }, Missing; $o.PSObject.Properties.Name -join ','; $o.Sum; $null -eq $o.Missing; $o.PSTypeNames[0]",
    ['A,Sum,Missing', '3', 'True', 'Selected.System.Management.Automation.PSCustomObject'],
  ],
  [
    'Select-Object -ExcludeProperty and wildcards',
    '([pscustomobject]@{ Aa = 1; Ab = 2; B = 3 } | Select-Object A* -ExcludeProperty Ab).PSObject.Properties.Name',
    ['Aa'],
  ],
  [
    'Select-Object -ExpandProperty',
    '[pscustomobject]@{ L = 1, 2 } | Select-Object -ExpandProperty L; [pscustomobject]@{ L = 1 } | Select-Object -ExpandProperty Nope',
    ['1', '2', 'ERROR ExpandPropertyNotFound,Microsoft.PowerShell.Commands.SelectObjectCommand'],
  ],
  [
    'Sort-Object',
    "(3, 1, 2 | Sort-Object) -join ','; ('b', 'A', 'c' | Sort-Object -Descending) -join ','; (2, 1, 2 | Sort-Object -Unique) -join ','; (5, 3, 4 | Sort-Object -Top 2) -join ','",
    ['1,2,3', 'c,b,A', '1,2', '3,4'],
  ],
  [
    'Sort-Object by several properties',
    "([pscustomobject]@{ n = 1; m = 'a' }, [pscustomobject]@{ n = 2; m = 'c' }, [pscustomobject]@{ n = 1; m = 'b' } | Sort-Object n, @{ e = 'm'; Descending = $true } | ForEach-Object { \"$($_.n)$($_.m)\" }) -join ','",
    ['1b,1a,2c'],
  ],
  [
    'Group-Object',
    "'b', 'a', 'B' | Group-Object | ForEach-Object { \"$($_.Name) $($_.Count) $($_.Group -join '')\" }; (1..4 | Group-Object { $_ % 2 } -AsHashTable -AsString)['1'] -join ','",
    ['a 1 a', 'b 2 bB', '1,3'],
  ],
  [
    'Measure-Object',
    "$m = 1..4 | Measure-Object -Sum -Average -Maximum -Minimum; $m.Count, $m.Sum, $m.Average, $m.Maximum, $m.Minimum -join ' '; $t = 'a b', 'c' | Measure-Object -Line -Word -Character; $t.Lines, $t.Words, $t.Characters -join ' '; ([pscustomobject]@{ p = 2 }, [pscustomobject]@{ p = 5 } | Measure-Object p -Sum).Sum",
    ['4 10 2.5 4 1', '2 3 4', '7'],
  ],
  [
    'Compare-Object',
    "Compare-Object 1, 2, 3 2, 3, 4 | ForEach-Object { \"$($_.InputObject)$($_.SideIndicator)\" }; (Compare-Object 'a' 'A').Count; (Compare-Object 'a' 'A' -CaseSensitive).Count; (Compare-Object 1, 2 2 -IncludeEqual -ExcludeDifferent).InputObject",
    ['4=>', '1<=', '0', '2', '2'],
  ],
  [
    'New-Object',
    "(New-Object System.Text.StringBuilder 'ab').Append('c').ToString(); (New-Object psobject -Property @{ k = 'v' }).k; New-Object No.Such",
    ['abc', 'v', 'THROWN TypeNotFound,Microsoft.PowerShell.Commands.NewObjectCommand'],
  ],
  [
    'Add-Member',
    "$o = [pscustomobject]@{ a = 1 }; $o | Add-Member b 2; $o | Add-Member ScriptProperty c { $this.a + 10 }; $o | Add-Member -MemberType ScriptMethod -Name m -Value { param($x) $x * 2 }; $o.b, $o.c, $o.m(4) -join ','; $o | Add-Member a 9; $o | Add-Member a 9 -Force; $o.a; ('x' | Add-Member -NotePropertyMembers @{ k = 5 } -PassThru).k",
    ['2,11,8', 'ERROR MemberAlreadyExists,Microsoft.PowerShell.Commands.AddMemberCommand', '9', '5'],
  ],
  [
    'Get-Member',
    '[pscustomobject]@{ a = 1 } | Get-Member -MemberType NoteProperty | ForEach-Object { "$($_.TypeName) $($_.Name) $($_.MemberType) $($_.Definition)" }; (\'x\' | Get-Member Length).Definition; ([datetime] | Get-Member -Static Now).Name',
    ['System.Management.Automation.PSCustomObject a NoteProperty int a=1', 'int Length {get;}', 'Now'],
  ],
  [
    'Get-Unique, Get-Random, New-Guid',
    "(1, 1, 2, 1 | Get-Unique) -join ','; Get-Random -Minimum 5 -Maximum 6; (1..10 | Get-Random -Count 3).Count; (New-Guid).GetType().Name; (Get-Random -SetSeed 3) -eq (Get-Random -SetSeed 3)",
    ['1,2,1', '5', '3', 'Guid', 'True'],
  ],
  [
    'Update-TypeData',
    'Update-TypeData -TypeName System.Int32 -MemberType ScriptProperty -MemberName Twice -Value { $this * 2 }; (5).Twice; Remove-TypeData System.Int32',
    ['10'],
  ],
];

export const FORMATS_CASES: readonly Case[] = [
  [
    'tables and lists',
    "[pscustomobject]@{ Left = 1; Right = 'x' } | Format-Table | Out-String -Stream; [pscustomobject]@{ Left = 1; Right = 'x' } | Format-List | Out-String -Stream; [pscustomobject]@{ Left = 1 } | Format-Table -HideTableHeaders | Out-String -Stream",
    ['Left Right', '---- -----', '   1 x', 'Left  : 1', 'Right : x', '   1'],
  ],
  [
    'calculated columns',
    "[pscustomobject]@{ a = 1 } | Format-Table @{ n = 'T'; e = { 't' + $_.a } }, a -AutoSize | Out-String -Stream",
    ['T  a', '-  -', 't1 1'],
  ],
  [
    'Format-List of chosen properties',
    'Get-Item / | Format-List Name, PSIsContainer | Out-String -Stream',
    ['Name          : /', 'PSIsContainer : True'],
  ],
  [
    'Out-String',
    "'a', 'b' | Out-String -NoNewline; (1, 2 | Out-String).Length; (1, 2 | Out-String -Stream) -join '+'",
    ['ab', '4', '1+2'],
  ],
  [
    'ConvertTo-Json',
    "[ordered]@{ a = 1; b = @($true, $null, 'x\"y'); c = @{ d = 1.5 } } | ConvertTo-Json -Compress; 1 | ConvertTo-Json -AsArray -Compress; , @(1) | ConvertTo-Json -Compress; ConvertTo-Json @() -Compress; 'é<' | ConvertTo-Json; $null | ConvertTo-Json",
    ['{"a":1,"b":[true,null,"x\\"y"],"c":{"d":1.5}}', '[1]', '[1]', '[]', '"é<"', 'null'],
  ],
  [
    'ConvertTo-Json of a member laid over a property',
    "$v = [version]'1.2' | Add-Member Build 'mine' -Force -PassThru | Add-Member Extra 3 -PassThru; $v | ConvertTo-Json -Compress",
    ['{"Major":1,"Minor":2,"Build":"mine","Revision":-1,"MajorRevision":-1,"MinorRevision":-1,"Extra":3}'],
  ],
  ['ConvertTo-Json of a handle', '[IntPtr] 5 | ConvertTo-Json -Compress', ['{"value":5}']],
  [
    'ConvertTo-Json is indented by two',
    '[ordered]@{ a = 1, 2 } | ConvertTo-Json',
    ['{', '  "a": [', '    1,', '    2', '  ]', '}'],
  ],
  [
    'ConvertTo-Json -Depth',
    '@{ a = @{ b = @{ c = @{ d = 1 } } } } | ConvertTo-Json -Compress -WarningVariable w -WarningAction SilentlyContinue; $w.Count; @{ a = @{ b = @{ c = @{ d = 1 } } } } | ConvertTo-Json -Compress -Depth 5',
    ['{"a":{"b":{"c":"System.Collections.Hashtable"}}}', '1', '{"a":{"b":{"c":{"d":1}}}}'],
  ],
  [
    'ConvertTo-Json of .NET objects',
    "[version]'1.2' | ConvertTo-Json -Compress; ConvertTo-Json ([System.ReadOnlyMemory[byte]]::new([byte[]](1, 2))) -Compress; ConvertTo-Json ([datetime]::SpecifyKind('2020-01-02', 'Utc')); @{ e = [System.DayOfWeek]::Monday } | ConvertTo-Json -Compress; @{ e = [System.DayOfWeek]::Monday } | ConvertTo-Json -Compress -EnumsAsStrings",
    [
      '{"Major":1,"Minor":2,"Build":-1,"Revision":-1,"MajorRevision":-1,"MinorRevision":-1}',
      '{"Length":2,"IsEmpty":false,"Span":null}',
      '"2020-01-02T00:00:00Z"',
      '{"e":1}',
      '{"e":"Monday"}',
    ],
  ],
  [
    'ConvertFrom-Json',
    "$o = '{ \"a\": 1, \"b\": [1, { \"c\": null }], \"d\": 1.5 }' | ConvertFrom-Json; $o.a.GetType().Name, $o.b.Count, ($null -eq $o.b[1].c), $o.d -join ' '; ('[1,2]' | ConvertFrom-Json | ForEach-Object { \"v$_\" }) -join ','; ('{\"x\":{\"y\":1}}' | ConvertFrom-Json -AsHashtable).x.y; '{', '\"k\": 7', '}' | ConvertFrom-Json | ForEach-Object k; '{bad' | ConvertFrom-Json",
    [
      'Int64 2 True 1.5',
      'v1,v2',
      '1',
      '7',
      'THROWN System.ArgumentException,Microsoft.PowerShell.Commands.ConvertFromJsonCommand',
    ],
  ],
  [
    'ConvertTo-Csv and ConvertFrom-Csv',
    "[pscustomobject]@{ a = 1; b = 'x\"y' }, [pscustomobject]@{ a = $null; b = 'p,q' } | ConvertTo-Csv; [pscustomobject]@{ a = 'x y' } | ConvertTo-Csv -Delimiter ';' -UseQuotes AsNeeded; $r = 'a,b', '1,\"x', 'y\"', '3,' | ConvertFrom-Csv; $r.Count; $r[0].b.Length; $r[1].b -eq ''",
    ['"a","b"', '"1","x""y"', ',"p,q"', 'a', 'x y', '2', '3', 'True'],
  ],
  [
    'Get-Date',
    "Get-Date '2020-02-03 04:05:06' -Format 'yyyy-MM-dd HH:mm'; Get-Date '2020-02-03' -UFormat '%Y/%m/%d %j'; (Get-Date -Year 2001 -Month 2 -Day 3).ToString('yyyyMMdd'); (Get-Date -UnixTimeSeconds 0).ToUniversalTime().Year; Get-Date '2020-02-03' -Format FileDate; (Get-Date '2020-02-03' | Out-String).Trim() -replace '\\s+', ' '",
    ['2020-02-03 04:05', '2020/02/03 034', '20010203', '1970', '20200203', 'Monday, February 3, 2020 12:00:00 AM'],
  ],
  [
    'New-TimeSpan, Measure-Command, Start-Sleep',
    "(New-TimeSpan -Hours 25).TotalHours; (New-TimeSpan '2020-01-01' '2020-01-03').Days; (Measure-Command { Start-Sleep -Milliseconds 30 }).TotalMilliseconds -ge 25",
    ['25', '2', 'True'],
  ],
  ['ConvertFrom-StringData', '$d = ConvertFrom-StringData "a = 1`n# no`nb = x y"; $d.a; $d.b', ['1', 'x y']],
];
