# A server is retired: what is assigned goes, without questions.
param([string] $CA)
$c = Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA $CA
Set-CsCertificate -Reference $c -Type Default,WebServicesInternal,WebServicesExternal
@(Test-CsCertificateConfiguration).Count
Remove-CsCertificate -Type WebServicesInternal,WebServicesExternal -Force -Report C:\Logs\Remove.html
(Get-CsCertificate).Use
Remove-CsCertificate -Type Default -Confirm:$false -Force
if (-not (Get-CsCertificate)) { 'nothing is assigned' }
(Get-ChildItem Cert:\LocalMachine\My).Thumbprint -eq $c.Thumbprint
(Get-ChildItem C:\Logs).Name -join ' '
