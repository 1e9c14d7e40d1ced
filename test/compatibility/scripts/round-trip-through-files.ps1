param([string] $CA)
Set-CsCertificate -Reference (Request-CsCertificate -New -Type Default -CA $CA) -Type Default
$here = Get-CsCertificate -Type Default
$here | Export-Csv C:\certificate.csv -NoTypeInformation
$here | Export-Clixml C:\certificate.xml
$here | ConvertTo-Json | Set-Content C:\certificate.json
$csv = Import-Csv C:\certificate.csv
$clixml = Import-Clixml C:\certificate.xml
$json = Get-Content C:\certificate.json -Raw | ConvertFrom-Json
($csv, $clixml, $json).Thumbprint | Select-Object -Unique | ForEach-Object { $_ -eq $here.Thumbprint }
$clixml.AlternativeNames -join ','  -eq ($here.AlternativeNames -join ',')
"$($csv.Use) $($clixml.Use) $($here.NotAfter -eq $clixml.NotAfter)"
($here | Get-Member -MemberType Property).Name -join ' '
