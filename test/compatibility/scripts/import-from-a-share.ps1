param([string] $Server = 'dc01', [string] $Password)
Import-CsCertificate -Path "\\$Server\c$\Labfiles\LabCert.pfx" -PrivateKeyExportable $True -Password $Password
$lab = (Get-ChildItem -Path cert:\LocalMachine\My | Where {$_.FriendlyName -eq "Lab Certificate"}).Thumbprint
Set-CsCertificate -Type WebServicesExternal -Thumbprint $lab -WarningAction SilentlyContinue
(Get-CsCertificate).Use
Import-CsCertificate -Identity global -Type OAuthTokenIssuer -Path "\\$Server\c$\Labfiles\LabCert.pfx" -Password $Password
(Get-CsCertificate -Type OAuthTokenIssuer).Thumbprint -eq $lab
