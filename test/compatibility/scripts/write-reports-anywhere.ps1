param([string] $CA)
$folder = 'C:\Reports\' + (Get-Date -Format yyyy) + '\'
foreach ($round in 1..2) { Request-CsCertificate -New -Type Default -CA $CA -Report $folder'Request.html' | Out-Null }
Request-CsCertificate -New -Type Default -CA $CA -Report 'C:\Reports\no-extension' | Out-Null
Request-CsCertificate -New -Type Default -CA $CA -Report "$folder\other.txt" | Out-Null
(Get-ChildItem 'C:\Reports' -Recurse -File | Sort-Object Name).Name -join ' '
Get-CsCertificate -Report 'C:\Reports\'
Get-CsCertificate -Report C:\Reports
(Get-ChildItem 'C:\Reports\Get-CsCertificate-*' | Group-Object Extension | Sort-Object Name | ForEach-Object { "$($_.Count) $($_.Name)" }) -join ' '
