param()
$pool = (Get-CsComputer -Local).Pool
$pool
((Get-CsPool $pool).Computers | Sort-Object) -join ' '
(Get-CsSipDomain).Identity
(Get-CsPool | where Services -Match Registrar).Fqdn
(Get-CsPool | Where-Object { ($_.Services -like '*EDGE*') -and ($_.Site -ne 'Site:BackCompatSite') }).Computers
(Get-CsService -WebServer | Select-Object -First 1).ExternalFqdn
(Get-CsService -EdgeServer -PoolFqdn atl-edge-001.litwareinc.com).AccessEdgeExternalFqdn
[xml] $xml = (Get-CsTopology -AsXml).ToString()
$xml.Topology.InternalDomains.DefaultDomain
(Get-CsTopology).InternalDomains | foreach { "sip.$($_.Name)" }
@(Get-CsAdminRole | Where-Object { $_.Cmdlets –match 'Set-CsCertificate' }).Count -gt 0
