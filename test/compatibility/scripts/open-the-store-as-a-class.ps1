# An expiry check as it was written before there was a drive: the store opened as a class of .NET, by name or on a server.
param([string] $CA, [string] $Server = 'atl-cs-001.litwareinc.com')
$new = Request-CsCertificate -New -Type Default -CA $CA -FriendlyName 'Front End' -PrivateKeyExportable $true
$readOnly = [System.Security.Cryptography.X509Certificates.OpenFlags] 'ReadOnly'
$store = New-Object System.Security.Cryptography.X509Certificates.X509Store("\\$Server\my", [System.Security.Cryptography.X509Certificates.StoreLocation] 'LocalMachine')
$store.Open($readOnly)
foreach ($certificate in $store.Certificates) {
    $names = ($certificate.Extensions | Where-Object { $_.Oid.FriendlyName -match 'subject alternative name' }).Format(1)
    "$($certificate.FriendlyName): $($names.Replace('DNS Name=', '').Replace("`r`n", ' ').Trim())"
}
$store.Close()
try {
    $other = New-Object System.Security.Cryptography.X509Certificates.X509Store('\\wac01\my', 'LocalMachine')
    $other.Open($readOnly)
}
catch { 'wac01 cannot be reached' }

# Taken away, and brought back from an export.
$store = New-Object System.Security.Cryptography.X509Certificates.X509Store 'My', 'LocalMachine'
$store.Open('ReadWrite')
$found = $store.Certificates.Find('FindByThumbprint', $new.Thumbprint, $false)[0]
[IO.File]::WriteAllBytes("$PWD/front-end.pfx", $found.Export('Pfx', 'secret'))
$store.Remove($found)
Test-Path "Cert:\LocalMachine\My\$($new.Thumbprint)"
$again = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2("$PWD/front-end.pfx", 'secret', 'MachineKeySet,PersistKeySet,Exportable')
$store.Add($again)
$store.Close()
(Get-Item "Cert:\LocalMachine\My\$($new.Thumbprint)").HasPrivateKey
Set-CsCertificate -Type Default -Thumbprint $new.Thumbprint
(Get-CsCertificate -Type Default).Thumbprint -eq $new.Thumbprint
