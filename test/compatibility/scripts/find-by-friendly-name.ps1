param([string] $CA)
Request-CsCertificate -New -Type Default,WebServicesInternal -CA $CA -FriendlyName 'LyncDefault' | Out-Null
$thumbprint = Get-ChildItem Cert:\LocalMachine\My | ?{ $_.FriendlyName -eq 'LyncDefault' } | select -expandproperty Thumbprint
Set-CSCertificate -Type Default,WebServicesInternal -Thumbprint $thumbprint -Confirm:$false
(Get-CsCertificate).Thumbprint | Select-Object -Unique | ForEach-Object { $_ -eq $thumbprint }
$cert = Get-ChildItem cert:\localmachine\my | Where-Object FriendlyName -match 'Default'
$cert.GetType().FullName -match 'X509Certificate2|Certificate'
$cert -is [Security.Cryptography.X509Certificates.X509Certificate2]
$cert.HasPrivateKey
$cert.FriendlyName
$cert.SignatureAlgorithm.FriendlyName
$cert.PrivateKey.KeySize
