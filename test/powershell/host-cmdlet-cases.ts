/**
 * What everyday cmdlets answer: title, script, lines of output without trailing blanks and empty lines. Errors appear as
 * their FullyQualifiedErrorId. The same rows hold for a full pwsh 7.4 to 7.6.
 */
type Case = readonly [title: string, script: string, lines: readonly string[]];

const objects: readonly Case[] = [
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

const formats: readonly Case[] = [
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

const session: readonly Case[] = [
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
    "sh -c 'sleep 60 >/dev/null 2>&1 & echo $!' | ForEach-Object { $p = Get-Process -Id $_; Stop-Process -Id $_ -WhatIf:$false; $p.WaitForExit(5000) }",
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

const files: readonly Case[] = [
  [
    'content',
    'Set-Content f l1, l2, l3; Get-Content f; (Get-Content f -Raw).Length; Get-Content f -TotalCount 1; Get-Content f -Tail 2; Add-Content f l4; (Get-Content f).Count; (Get-Content f -ReadCount 0 | ForEach-Object Count); Clear-Content f; (Get-Item f).Length',
    ['l1', 'l2', 'l3', '9', 'l1', 'l2', 'l3', '4', '4', '0'],
  ],
  [
    'content from the pipeline',
    "'a', 'b' | Set-Content f; 'c' | Add-Content f; (Get-Content f) -join ','; Set-Content f x -PassThru; (Get-Content f).PSChildName; Set-Content f one -NoNewline; (Get-Item f).Length",
    ['a,b,c', 'x', 'f', '3'],
  ],
  [
    'encodings',
    "foreach ($e in 'utf8', 'utf8BOM', 'unicode', 'ascii', 'bigendianunicode', 'utf8NoBOM') { Set-Content f 'é' -NoNewline -Encoding $e; [System.IO.File]::ReadAllBytes(\"$PWD/f\") -join ' ' }; Set-Content f 'é' -Encoding unicode; Get-Content f -Encoding unicode; Set-Content f ([byte[]](1, 2)) -AsByteStream; Get-Content f -AsByteStream",
    ['195 169', '239 187 191 195 169', '255 254 233 0', '63', '254 255 0 233', '195 169', 'é', '1', '2'],
  ],
  [
    'Out-File',
    "1, 2 | Out-File f; Get-Content f; 'z' | Out-File f -Append -NoNewline; (Get-Item f).Length; 'q' | Out-File f -NoClobber",
    ['1', '2', '5', 'THROWN NoClobber,Microsoft.PowerShell.Commands.OutFileCommand'],
  ],
  [
    'Tee-Object',
    "(1, 2 | Tee-Object -Variable v) -join ','; $v.Count; 'q' | Tee-Object f | Out-Null; Get-Content f",
    ['1,2', '2', 'q'],
  ],
  [
    'CSV and CLIXML files',
    "[pscustomobject]@{ a = 1; b = 'x' } | Export-Csv f; Get-Content f; [pscustomobject]@{ a = 2; b = 'y' } | Export-Csv f -Append; (Import-Csv f).b -join ','; @{ k = 1, 2 } | Export-Clixml c; (Import-Clixml c).k[1]; Set-Content d.psd1 '@{ n = 1 }'; (Import-PowerShellDataFile d.psd1).n",
    ['"a","b"', '"1","x"', 'x,y', '2', '1'],
  ],
  [
    'New-Item',
    '(New-Item f -Value hello).Length; (New-Item sub -ItemType Directory).Name; (New-Item x/y/z -ItemType Directory -Force).Name; (New-Item -Path . -Name n -ItemType File).Name; New-Item f; (New-Item f -Force).Length; (New-Item l -ItemType SymbolicLink -Value f).LinkType',
    ['5', 'sub', 'z', 'n', 'ERROR NewItemIOError,Microsoft.PowerShell.Commands.NewItemCommand', '0', 'SymbolicLink'],
  ],
  [
    'Get-ChildItem',
    "$null = New-Item a.txt, b.txt, .h, d/e/f.txt -Force; (Get-ChildItem -Name) -join ','; (Get-ChildItem -File -Force -Name) -join ','; (Get-ChildItem -Directory).Name; (Get-ChildItem -Recurse -File -Name) -join ','; (Get-ChildItem *.txt -Exclude a*).Name; (Get-ChildItem -Filter b*).Name; (Get-ChildItem . -Recurse -Include f*).Name; (Get-ChildItem -Recurse -Depth 1).Count",
    ['d,a.txt,b.txt', '.h,a.txt,b.txt', 'd', 'a.txt,b.txt,d/e/f.txt', 'b.txt', 'b.txt', 'f.txt', '4'],
  ],
  [
    'Copy-, Move-, Rename-Item',
    'Set-Content a 1; Copy-Item a b; Get-Content b; $null = New-Item d -ItemType Directory; Move-Item b d; Test-Path d/b, b; Rename-Item d/b c; (Get-ChildItem d).Name; Copy-Item d d2 -Recurse; Test-Path d2/c; (Copy-Item a e -PassThru).Name; Copy-Item nosuch q',
    ['1', 'True', 'False', 'c', 'True', 'e', 'ERROR PathNotFound,Microsoft.PowerShell.Commands.CopyItemCommand'],
  ],
  [
    'Remove-Item',
    "$null = New-Item a, b, d/x -Force; Remove-Item a, b; Test-Path a; Remove-Item d -Recurse; Test-Path d; Remove-Item nosuch; $null = New-Item '[x]' ; Remove-Item -LiteralPath '[x]'; Test-Path -LiteralPath '[x]'; $null = New-Item r; Set-ItemProperty r IsReadOnly $true; Remove-Item r; Remove-Item r -Force; Test-Path r",
    [
      'False',
      'False',
      'ERROR PathNotFound,Microsoft.PowerShell.Commands.RemoveItemCommand',
      'False',
      'ERROR RemoveFileSystemItemUnAuthorizedAccess,Microsoft.PowerShell.Commands.RemoveItemCommand',
      'False',
    ],
  ],
  [
    '-WhatIf changes nothing',
    "Set-Content f 1; Set-Content f 2 -WhatIf; Remove-Item f -WhatIf; Copy-Item f g -WhatIf; New-Item h -WhatIf; $WhatIfPreference = $true; 'x' > f; $WhatIfPreference = $false; Get-Content f; (Get-ChildItem).Name",
    ['1', 'f'],
  ],
  [
    'properties',
    'Set-Content f abc; (Get-ItemProperty f).Length; (Get-ItemProperty f -Name Length).Length; Get-ItemPropertyValue f Length',
    ['4', '4', '4'],
  ],
  [
    'missing paths',
    'Get-Content nosuch; Get-Item nosuch; Get-ChildItem nosuch; Resolve-Path nosuch; Set-Location nosuch; Get-Content nosuch -ErrorAction Stop',
    ['Content', 'Item', 'ChildItem']
      .map((noun) => `ERROR PathNotFound,Microsoft.PowerShell.Commands.Get${noun}Command`)
      .concat(
        'ERROR PathNotFound,Microsoft.PowerShell.Commands.ResolvePathCommand',
        'ERROR PathNotFound,Microsoft.PowerShell.Commands.SetLocationCommand',
        'THROWN PathNotFound,Microsoft.PowerShell.Commands.GetContentCommand',
      ),
  ],
  [
    'Join-Path and Split-Path',
    "Join-Path a b; Join-Path a b c; (Join-Path a, b c) -join ','; Split-Path /x/y.z; Split-Path /x/y.z -Leaf; Split-Path /x/y.z -LeafBase; Split-Path /x/y.z -Extension; Split-Path C:\\x -Qualifier; Split-Path a/b -IsAbsolute",
    ['a/b', 'a/b/c', 'a/c,b/c', '/x', 'y.z', 'y', '.z', 'C:', 'False'],
  ],
  [
    'Test-, Resolve- and Convert-Path',
    "$null = New-Item d -ItemType Directory; Test-Path d -PathType Container; Test-Path d -PathType Leaf; Test-Path 'd*'; Test-Path ''; (Resolve-Path d).Path -eq (Join-Path $PWD d); Resolve-Path d -Relative; (Convert-Path d) -eq (Get-Item d).FullName; Test-Path Q:\\x",
    ['True', 'False', 'True', 'False', 'True', './d', 'True', 'False'],
  ],
  [
    'locations',
    '$here = (Get-Location).Path; $null = New-Item d -ItemType Directory; Push-Location d; Split-Path -Leaf (Get-Location); Pop-Location; (Get-Location).Path -eq $here; Set-Location d; Set-Location ..; $PWD.Path -eq $here; Set-Location -; Split-Path -Leaf $PWD; Set-Location $here',
    ['d', 'True', 'True', 'd'],
  ],
  [
    'drives',
    '$null = New-PSDrive T FileSystem $PWD; Set-Content T:\\t.txt hi; Get-Content T:/t.txt; (Get-Item T:\\t.txt).FullName -eq "$PWD/t.txt"; (Get-PSDrive T).Provider.Name; Remove-PSDrive T; Get-PSDrive T; (Get-PSProvider FileSystem).Name',
    [
      'hi',
      'True',
      'FileSystem',
      'ERROR GetLocationNoMatchingDrive,Microsoft.PowerShell.Commands.GetPSDriveCommand',
      'FileSystem',
    ],
  ],
  [
    'other providers',
    "$env:HOSTTEST = 'v'; (Get-Item env:HOSTTEST).Value; (Get-ChildItem env:HOSTTEST).Value; Set-Item env:HOSTTEST w; $env:HOSTTEST; Remove-Item env:HOSTTEST; Test-Path env:HOSTTEST; (Get-Content function:prompt).GetType().Name; Set-Content variable:w 3; $w",
    ['v', 'v', 'w', 'False', 'ScriptBlock', '3'],
  ],
  [
    'Get-FileHash',
    'Set-Content f abc -NoNewline; (Get-FileHash f).Hash.Substring(0, 8); (Get-FileHash f -Algorithm MD5).Hash',
    ['BA7816BF', '900150983CD24FB0D6963F7D28E17F72'],
  ],
];

const text: readonly Case[] = [
  [
    'Select-String in files',
    "'alpha', 'beta', 'Gamma' | Set-Content f.txt; Select-String a$ f.txt | ForEach-Object { \"$($_.Filename):$($_.LineNumber):$($_.Line)\" }; (Select-String -Path *.txt -Pattern gam).Line; @(Select-String gam f.txt -CaseSensitive).Count",
    ['f.txt:1:alpha', 'f.txt:2:beta', 'f.txt:3:Gamma', 'Gamma', '0'],
  ],
  [
    'Select-String in the pipeline',
    "'x1', 'y2y3', 'z' | Select-String '\\d' -AllMatches | ForEach-Object { \"$($_.LineNumber) $($_.Line) $($_.Matches.Value -join '+') $($_.Path)\" }",
    ['1 x1 1 InputStream', '2 y2y3 2+3 InputStream'],
  ],
  [
    'Select-String -Quiet, -List, -Raw, -NotMatch, -SimpleMatch',
    "'a.b', 'axb' | Set-Content f; Select-String a f -Quiet; Select-String q f -Quiet; $null -eq ('s' | Select-String q -Quiet); @(Select-String a f -List).Count; Select-String a.b f -SimpleMatch -Raw; (Select-String x f -NotMatch).Line",
    ['True', 'False', 'True', '1', 'a.b', 'a.b'],
  ],
  [
    'Select-String -Context shows each line once',
    "1..9 | Set-Content f; $m = Select-String '4|6' f -Context 1, 2; $m[0].Context.PreContext -join ','; $m[0].Context.PostContext -join ','; $m[1].Context.PreContext -join ','; $m[1].Context.DisplayPreContext.Count; $m | ForEach-Object { $_.ToString($PWD.Path) }",
    ['3', '5,6', '5', '0', '  f:3:3', '> f:4:4', '  f:5:5', '> f:6:6', '  f:7:7', '  f:8:8'],
  ],
  [
    'Select-String as text',
    '\'k=v\' | Set-Content f; "$(Select-String k f)" -eq "$PWD/f:1:k=v"; "$(\'k=v\' | Select-String k)"; Select-String k f | Out-String -Stream',
    ['True', 'k=v', 'f:1:k=v'],
  ],
  [
    'Select-String fails on a pattern and on a file that is not there',
    "try { Select-String '(' -InputObject x } catch { $_.FullyQualifiedErrorId }; Select-String x nothere; Select-String x nothere -ErrorAction Ignore",
    [
      'InvalidRegex,Microsoft.PowerShell.Commands.SelectStringCommand',
      'ERROR PathNotFound,Microsoft.PowerShell.Commands.SelectStringCommand',
    ],
  ],
  [
    'Join-String',
    "1, 2 | Join-String -Separator ', ' -OutputPrefix '(' -OutputSuffix ')'; 'a', 'b' | Join-String -SingleQuote -Separator ';'; 'ab', 'c' | Join-String Length '+'; 1.5, 2 | Join-String -FormatString '{0:0.0}' -Separator ' '",
    ['(1, 2)', "'a';'b'", '2+1', '1.5 2.0'],
  ],
  [
    'ConvertTo-Html',
    "[pscustomobject]@{ Name = 'a&b'; N = 1 }, [pscustomobject]@{ Name = 'c'; N = 2 } | ConvertTo-Html -Fragment -PreContent '<h1>t</h1>' -Property Name, @{ n = 'Twice'; e = { $_.N * 2 } }; ([pscustomobject]@{ a = 1 } | ConvertTo-Html -Title 'T<' -Head '<style/>' | Measure-Object).Count -gt 5; [pscustomobject]@{ a = 1 } | ConvertTo-Html -As List -Fragment",
    [
      '<h1>t</h1>',
      '<table>',
      '<colgroup><col/><col/></colgroup>',
      '<tr><th>Name</th><th>Twice</th></tr>',
      '<tr><td>a&amp;b</td><td>2</td></tr>',
      '<tr><td>c</td><td>4</td></tr>',
      '</table>',
      'True',
      '<table>',
      '<tr><td>a:</td><td>1</td></tr>',
      '</table>',
    ],
  ],
  [
    'Select-Xml',
    "$x = [xml]'<a xmlns:n=\"u\"><b>1</b><n:b>2</n:b></a>'; ($x | Select-Xml '//b').Node.InnerText; (Select-Xml -Xml $x -XPath '//p:b' -Namespace @{ p = 'u' }).Node.InnerText; '<r><k v=\"3\"/></r>' | Set-Content f.xml; $i = Select-Xml '//k/@v' f.xml; $i.Node.Value; $i.Path -eq \"$PWD/f.xml\"; Select-Xml '//k' -Content '<r'",
    ['1', '2', '3', 'True', 'ERROR ProcessingFile,Microsoft.PowerShell.Commands.SelectXmlCommand'],
  ],
  [
    'Get-Verb, Get-PSCallStack, New-TemporaryFile',
    "(Get-Verb Get).Group; @(Get-Verb -Group Security).Verb -join ','; function Outer { (Get-PSCallStack)[0].Command }; Outer; $t = New-TemporaryFile; $t.Exists, $t.Length -join ' '; Remove-Item $t",
    ['Common', 'Block,Grant,Protect,Revoke,Unblock,Unprotect', 'Outer', 'True 0'],
  ],
];

const processes: readonly Case[] = [
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
    '$p = Start-Process sh \'-c "sleep 0.1"\' -PassThru; $p | Wait-Process; $p.HasExited; $q = Start-Process sleep 5 -PassThru; Wait-Process -Id $q.Id -Timeout 0; $q.Kill(); Wait-Process -InputObject $q; $q.HasExited',
    ['True', 'ERROR ProcessNotTerminated,Microsoft.PowerShell.Commands.WaitProcessCommand', 'True'],
  ],
];

const transcripts: readonly Case[] = [
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

const certificates: readonly Case[] = [
  [
    'Get-PfxCertificate reads certificates and protected files',
    `$k = [System.Security.Cryptography.RSA]::Create(2048)
$r = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=pool1.contoso.com', $k, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
$c = $r.CreateSelfSigned([datetimeoffset]::Now, [datetimeoffset]::Now.AddDays(1))
[IO.File]::WriteAllBytes("$PWD/x.cer", $c.Export('Cert')); [IO.File]::WriteAllBytes("$PWD/x.pfx", $c.Export('Pfx', 'secret')); [IO.File]::WriteAllBytes("$PWD/open.pfx", $c.Export('Pfx'))
(Get-PfxCertificate x.cer).Subject; (Get-PfxCertificate open.pfx).HasPrivateKey
$p = [securestring]::new(); foreach ($i in 'secret'.ToCharArray()) { $p.AppendChar($i) }
(Get-PfxCertificate x.pfx -Password $p).Thumbprint -eq $c.Thumbprint; (Get-Item x.cer | Get-PfxCertificate).Subject; Get-PfxCertificate x.pfx -NoPromptForPassword`,
    [
      'CN=pool1.contoso.com',
      'True',
      'True',
      'CN=pool1.contoso.com',
      'ERROR GetPfxCertificateUnknownCryptoError,Microsoft.PowerShell.Commands.GetPfxCertificateCommand',
    ],
  ],
  [
    'Get-PfxCertificate of nothing',
    "'x' | Set-Content there; Get-PfxCertificate nothere",
    ['THROWN NoneOfTheFilesFound,Microsoft.PowerShell.Commands.GetPfxCertificateCommand'],
  ],
];

export const CASES: Readonly<Record<string, readonly Case[]>> = {
  objects,
  formats,
  session,
  files,
  text,
  processes,
  transcripts,
  certificates,
};
