import type { Case } from './case.ts';

export const FILES_CASES: readonly Case[] = [
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

export const CERTIFICATES_CASES: readonly Case[] = [
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
