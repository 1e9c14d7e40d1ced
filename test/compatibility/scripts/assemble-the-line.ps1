param([string] $CA, [string] $OU = '')
[array] $Uses = 'Default', 'WebServicesInternal'
$friendlyName = "Pool certificate ($(Get-Date -f M/d/yyyy))"
$line = 'Request-CsCertificate -New -Type $Uses -FriendlyName $friendlyName -KeySize 2048 -PrivateKeyExportable $True'
if ($OU) { $line += ' -OU $OU' }
$line += " -CA `$CA"
(Invoke-Expression $line).Use
Invoke-Expression "$line | Out-Null"
'quiet'
