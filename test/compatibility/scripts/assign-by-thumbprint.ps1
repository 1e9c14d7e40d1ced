param([string] $CA)
$cert = Request-CSCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA $CA -Organization 'NA' -OU 'NA'
Set-CSCertificate -Type Default,WebServicesInternal,WebServicesExternal -Thumbprint $cert.Thumbprint -Confirm:$false
$oauth = Request-CSCertificate -New -Type OAuthTokenIssuer -CA $CA -AllSipDomain
Set-CSCertificate -Identity Global -Type OAuthTokenIssuer -Thumbprint $oauth.Thumbprint.ToLower() -Confirm:$false | Out-Null
(Get-CsCertificate).Use -join ' '
(Get-CsCertificate -Type Default).Thumbprint -eq $cert.Thumbprint
