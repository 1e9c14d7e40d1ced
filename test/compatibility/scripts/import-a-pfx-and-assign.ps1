param([string] $Pfx, [string] $Password)
Import-Module SkypeforBusiness
Import-CsCertificate -Path $Pfx -Password $Password -PrivateKeyExportable $True
$thumbprint = (Get-ChildItem Cert:\LocalMachine\My | Where-Object { $_.FriendlyName -eq 'Lab Certificate' }).Thumbprint
Set-CsCertificate -Type Default, WebServicesInternal, WebServicesExternal -Thumbprint $thumbprint -WarningAction SilentlyContinue
Get-CsCertificate | ForEach-Object { "$($_.Use) $($_.Thumbprint -eq $thumbprint)" }
