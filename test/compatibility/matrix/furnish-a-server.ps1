# Gives a server all the certificates that its roles need; $Sets has the types of one certificate between semicolons.
param([string] $Module, [string] $CA, [string] $Sets, [string] $Foreign)
Import-Module $Module
foreach ($uses in $Sets.Split(';')) {
    $certificate = Request-CsCertificate -New -Type $uses.Split(',') -CA $CA -PrivateKeyExportable $True
    "$($certificate.Subject) for $($certificate.Use)"
}
try { Request-CsCertificate -New -Type $Foreign -CA $CA }
catch [InvalidOperationException] { ($_.ErrorDetails.Message -split '\. ')[0] }
(Get-Command Request-CsCertificate).ModuleName
