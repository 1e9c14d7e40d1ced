param([string] $Pfx, [string] $Password)
$secure = $Password | ConvertTo-SecureString -AsPlainText -Force
try { Import-CsCertificate -Path $Pfx -PrivateKeyExportable $True -Password $secure; 'imported' }
catch { $_.Exception.Message -match 'password' }
