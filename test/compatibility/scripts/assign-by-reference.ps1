# The commonest script: request, assign, look.
param([string] $CA, [string] $Logs = 'C:\Logs\')
$server = Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA $CA -FriendlyName 'Front End' -PrivateKeyExportable $True -AllSipDomain -Report $Logs'01_Request.html'
$token = Request-CsCertificate -New -Type OAuthTokenIssuer -CA $CA -FriendlyName 'OAuth' -PrivateKeyExportable $True -Report $Logs'02_Request.html'
Set-CsCertificate -Reference $server -Type Default,WebservicesInternal,WebServicesExternal -Report $Logs'03_Set.html'
Set-CsCertificate -Reference $token -Type OAuthTokenIssuer -Report $Logs'04_Set.html'
foreach ($certificate in Get-CsCertificate) {
    '{0} {1}' -f $certificate.Use, ($certificate.Thumbprint -in $server.Thumbprint, $token.Thumbprint)
}
(Get-ChildItem $Logs).Count
