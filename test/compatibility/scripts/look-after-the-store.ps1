# House-keeping: rename with the date of expiry, list what will expire, remove what nobody uses.
param([string] $CA)
$used = Request-CsCertificate -New -Type Default -CA $CA -FriendlyName 'Used'
Set-CsCertificate -Type Default -Thumbprint $used.Thumbprint
$unused = Request-CsCertificate -New -Type Default -CA $CA -FriendlyName 'Unused'
$certificate = (Get-ChildItem -Path Cert:\LocalMachine\MY\$($used.Thumbprint))
$certificate.FriendlyName = "Front End_$(Get-Date -Date $certificate.NotAfter -Format 'yyyyMMdd')"
(Get-ChildItem Cert:\LocalMachine\My | Where-Object FriendlyName -like 'Front End_*').FriendlyName -match '^Front End_20\d{6}$'
@(Get-ChildItem -Path cert:\LocalMachine\My -ExpiringInDays 0).Count
@(Get-ChildItem -Path cert:\LocalMachine\My -ExpiringInDays 4000).Count
@(Get-ChildItem "Cert:\LocalMachine\My" | Where-Object NotAfter -lt (Get-Date)).Count
If (Test-Path "cert:\localmachine\my\$($unused.Thumbprint)") { Remove-Item "cert:\localmachine\my\$($unused.Thumbprint)" }
@(Get-ChildItem cert:\LocalMachine\my | Group-Object -Property FriendlyName | Where-Object { $_.Count -gt 1 }).Count
(Get-CsCertificate | ForEach-Object { Get-ChildItem Cert:\LocalMachine\My | Where-Object Thumbprint -eq $_.Thumbprint }).Subject
