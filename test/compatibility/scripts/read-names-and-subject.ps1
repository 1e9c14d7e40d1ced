param([string] $CA)
Request-CsCertificate -New -Type Default -CA $CA -Organization 'Litware, Inc' -City Portland | Set-CsCertificate -Type Default
$cert = Get-CsCertificate | ?{ $_.Use -eq 'Default' }
($cert.Subject).Split(',')[0]
($cert.alternativenames).Split(',') | Sort-Object
foreach ($name in $cert.AlternativeNames) { if ($name -eq 'pool1.litwareinc.com') { 'the pool is in it' } }
"[$($cert.AlternativeNames)]"
[string]::IsNullOrEmpty($cert)
