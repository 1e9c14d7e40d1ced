# A job fetches the .pfx every night; only a new certificate is imported and assigned.
param([string] $Pfx, [string] $Password)
$secure = $Password | ConvertTo-SecureString -AsPlainText -Force
$file = Get-PfxData -FilePath $Pfx -Password $secure
$new = $file.EndEntityCertificates
"$($file.EndEntityCertificates.Count) $($file.OtherCertificates.Count)"
if (Get-CsCertificate | where Thumbprint -eq $new.Thumbprint) { 'in use' } else { 'not in use yet' }
Import-CsCertificate -Path $Pfx -PrivateKeyExportable $True -Password $Password
Set-CsCertificate -Type Default -Thumbprint $new.Thumbprint
(Get-CsCertificate | where { $_.NotAfter -eq $new.NotAfter }).Use
if (Get-CsCertificate | where Thumbprint -eq $new.Thumbprint) { 'in use' }
try { Get-PfxData $Pfx -Password (ConvertTo-SecureString 'wrong' -AsPlainText -Force) } catch { 'wrong password' }
