param([string] $CA)
Request-CSCertificate -New -Type Default -CA $CA -FriendlyName 'Meant for OAuth' | Out-Null
$thumbprint = (Get-ChildItem -Path cert:\LocalMachine\My | Where { $_.FriendlyName -eq 'Meant for OAuth' }).Thumbprint
Set-CsCertificate -Type OAuthTokenIssuer -Thumbprint $thumbprint -WarningAction SilentlyContinue
Get-CsCertificate | ForEach-Object { $_.Use }
