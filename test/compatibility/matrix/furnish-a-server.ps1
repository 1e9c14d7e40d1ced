# Gives a server all the certificates that its roles need; $Sets has the types of one certificate between semicolons.
param([string] $Module, [string] $CA, [string] $Sets, [string] $Foreign)
Import-Module $Module
foreach ($uses in $Sets.Split(';')) {
    $certificate = Request-CsCertificate -New -Type $uses.Split(',') -CA $CA -PrivateKeyExportable $True
    Set-CsCertificate -Reference $certificate -Type $uses.Split(',') -Confirm:$false
    "$($certificate.Subject) for $((Get-CsCertificate -Type $uses.Split(',')).Use -join ',')"
}
try { Request-CsCertificate -New -Type $Foreign -CA $CA }
catch [InvalidOperationException] { ($_.ErrorDetails.Message -split '\. ')[0] }
try { Set-CsCertificate -Type $Foreign -Thumbprint $certificate.Thumbprint }
catch [InvalidOperationException] { ($_.ErrorDetails.Message -split '\. ')[0] }
Remove-CsCertificate -Type ($Sets -split '[,;]') -Force
@(Get-CsCertificate).Count
(Get-Command Set-CsCertificate).ModuleName
