param([string] $CA)
if (-not (Get-CsCertificate -ErrorAction Stop)) { 'nothing yet' }
if (-not (Get-CsCertificate -Type OAuthTokenIssuer)) { 'no token issuer' }
$c = Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA $CA
Set-CsCertificate -Type Default -Thumbprint $c.Thumbprint
$assigned = Get-CsCertificate
if ('OAuthTokenIssuer' -notin $assigned.Use) { 'still none' }
Set-CsCertificate -Type WebServicesInternal,WebServicesExternal -Thumbprint $c.Thumbprint
(Get-CsCertificate | Where-Object { $_.Use -eq 'Default' }).Use
(Get-CsCertificate | where use -eq 'default').Count
(Get-CsCertificate | Where-Object Use -like 'Web*').Use
(Get-CsCertificate | Where-Object { $_.Use -match 'External$' }).Use
(Get-CsCertificate | Where-Object { $_.Use -ne 'Default' }).Count
(Get-CsCertificate -Type Default,WebServicesExternal,OAuthTokenIssuer).Use -join '+'
(Get-CsCertificate | Where-Object { $_.Thumbprint -eq $c.Thumbprint }).Count
(Get-CsCertificate | Where-Object { $_.Issuer -match '^CN=myca' }).Count
