# The thumbprint of a file, read by the class before the module is there; then the file goes the product's way.
param([string] $Pfx, [string] $Password)
$file = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2
$secret = ConvertTo-SecureString -String $Password -Force –AsPlainText
$file.Import($Pfx, $secret, [System.Security.Cryptography.X509Certificates.X509KeyStorageFlags]::DefaultKeySet)
$thumbprint = [string] $file.Thumbprint
"$($file.Subject) $($file.HasPrivateKey)"
Import-Module SkypeforBusiness
Import-CsCertificate -Path $Pfx -Password $Password -PrivateKeyExportable $True
Set-CsCertificate -Type WebServicesExternal -Thumbprint $thumbprint
(Get-CsCertificate -Type WebServicesExternal).Thumbprint -eq $thumbprint
