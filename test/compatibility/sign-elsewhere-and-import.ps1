# The offline way in two visits: the request leaves as a file, and the answer of another CA comes back as one.
param([string] $Request, [string] $Answer)
if (-not $Answer) { (Request-CsCertificate -New -Type Default -Output $Request -FriendlyName 'Signed elsewhere').RequestStatus; exit }
Import-CsCertificate -Path $Answer
$cert = Get-ChildItem Cert:\LocalMachine\My | Where-Object FriendlyName -eq 'Signed elsewhere'
$cert.HasPrivateKey
@(Request-CsCertificate -List).Count
Set-CsCertificate -Type Default -Thumbprint $cert.Thumbprint -WarningAction SilentlyContinue
(Get-CsCertificate).Use
(Get-CsCertificate -Type Default).Issuer
