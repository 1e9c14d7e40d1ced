param([string] $CA)
Request-CsCertificate -New -Type Default -CA $CA | Set-CsCertificate -Type Default
Get-ChildItem Cert:\LocalMachine\My | Remove-Item
$error.Clear()
$left = Get-CsCertificate -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
$error.Count
$error.Exception.Message -match 'Assigned certificate not found or untrusted' | ForEach-Object { 'lost' }
