import type { Case } from './case.ts';

export const TEXT_CASES: readonly Case[] = [
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
