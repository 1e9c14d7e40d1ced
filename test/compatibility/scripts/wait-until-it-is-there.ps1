# Submitted for approval; the loop ends when the certificate manager has decided.
param([string] $CA)
Request-CsCertificate -New -Type Default -CA $CA -Template Later -FriendlyName 'Default in time' | Out-Null
$rounds = 0
do {
    $rounds++
    $pending = Request-CsCertificate -List | Where-Object CertificateUses -match 'Default'
    if ($pending) { Request-CsCertificate -Retrieve -RequestId $pending.RequestId -WarningAction SilentlyContinue | Out-Null }
    $cert = Get-ChildItem Cert:\LocalMachine\My | Where-Object FriendlyName -match 'Default'
} until ($cert)
Set-CsCertificate -Type Default -Thumbprint $cert.Thumbprint -Confirm:$false | Out-Null
"$rounds rounds, $((Get-CsCertificate -Type Default).Use)"
