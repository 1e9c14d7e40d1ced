param([string] $CA)
$currentCerts = Get-CsCertificate -ErrorAction SilentlyContinue
if (!$currentCerts) { 'nothing to import first' }
Request-CsCertificate -New -Type Internal -CA $CA | Set-CsCertificate -Type Internal
(Get-CsCertificate).Use
if (-not (Get-CsCertificate -Type OAuthTokenIssuer)) { 'no token issuer' }
@(Get-CsCertificate -Identity Global).Count
