param([string] $CA)
$c = Request-CsCertificate -New -Type Default -CA $CA -DomainName 'sip.litwareinc.com'
$cert = Get-Item "Cert:\LocalMachine\My\$($c.Thumbprint)"
$san = $cert.Extensions | Where-Object { $_.Oid.FriendlyName -match 'subject alternative name' }
$text = [regex]::Replace($san.Format(1), "`r`n", '')
($text -split 'DNS Name=' | ? { $_ }) -join '|'
$san.Format($false)
($cert.Extensions | Where-Object { $_.Oid.FriendlyName -eq 'subject alternative name' }) -ne $null
(((($cert.Extensions.KeyUsages).ToString() -replace ' ', '').Split(',')) | Sort-Object) -join ', '
$cert.DnsNameList -join ', '
$cert.EnhancedKeyUsageList.FriendlyName -join ', '
$cert.IssuerName.Name -eq $cert.Issuer
