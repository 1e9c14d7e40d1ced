param([string] $CA)
Request-CsCertificate -New -Type Default,WebServicesInternal -CA $CA | Set-CsCertificate -Type Default,WebServicesInternal
(Get-CsCertificate).Use -join ' '
Get-CsCertificate -Type Default | Set-CsCertificate -Type WebServicesExternal
(Get-CsCertificate).Use -join ' '
@(Get-CsCertificate | Select-Object -ExpandProperty Thumbprint -Unique).Count
