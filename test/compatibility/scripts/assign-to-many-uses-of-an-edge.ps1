param([string] $CA, [string] $Domain = 'litwareinc.com')
$internal = Request-CsCertificate -New -Type Internal -CA $CA -FriendlyName 'Edge inside'
Set-CsCertificate -Thumbprint $internal.Thumbprint -Type Internal
$external = Request-CsCertificate -New -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -CA $CA -DomainName "sip.$Domain" -AllSipDomain
Set-CSCertificate -Type AccessEdgeExternal, DataEdgeExternal, AudioVideoAuthentication -Thumbprint $external.Thumbprint -Confirm:$false
Get-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication,XmppServer | foreach { "$($_.Use) $($_.Thumbprint -eq $external.Thumbprint)" }
(Get-CsCertificate | where Use -like '*EdgeExternal').Count
(Get-CsCertificate | where Use -ne 'Internal').Count
try { Set-CsCertificate -Type XmppServer -Thumbprint $external.Thumbprint } catch [InvalidOperationException] { 'no XMPP here' }
