param([string] $CA)
$c = Request-CsCertificate -New -Type Default -CA $CA
Test-Path "Cert:\LocalMachine\My\$($c.Thumbprint)"
Test-Path "cert:\localmachine\MY\$('0' * 40)"
(Get-Item "CERT:\localMachine\my\$($c.Thumbprint.ToLower())").Thumbprint -eq $c.Thumbprint
$here = Get-Location
cd Cert:\LocalMachine\Root
$root = Get-ChildItem | Where { $_.Subject -like 'CN=myca*' }
$root.Subject.Substring(0, $root.Subject.IndexOf(',')).Substring(3)
cd $here
(Get-ChildItem Cert:\LocalMachine\My -Recurse | Where-Object { $_.Issuer -eq $root.Subject }).Count
@(Get-ChildItem cert:\LocalMachine\root -Recurse | Where-Object { $_.Issuer -ne $_.Subject }).Count
@(Get-ChildItem Cert:\localmachine\CA | Where-Object { $_.Issuer -eq $_.Subject }).Count
(Get-ChildItem Cert:\LocalMachine\My).PSParentPath -match 'LocalMachine\\My$'
Get-ChildItem Cert:\LocalMachine\My | Remove-Item
@(Get-ChildItem Cert:\LocalMachine\My).Count
