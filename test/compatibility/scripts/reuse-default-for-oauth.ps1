param([string] $CA)
Request-CsCertificate -New -Type Default -CA $CA | Set-CsCertificate -Type Default
$x = (Get-CsCertificate -Type Default).Thumbprint
Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint $x
(Get-CsCertificate -Identity global -Type OAuthTokenIssuer).Thumbprint -eq $x
(Get-CsCertificate).Use -join ' '
