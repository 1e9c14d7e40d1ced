param([string] $CA)
Request-CsCertificate -New -Type Default -CA $CA | Set-CsCertificate -Type Default
$soon = (Get-Date).AddDays(45)
@(Get-CsCertificate | Where-Object { $_.NotAfter -lt $soon }).Count
@(Get-CsCertificate | Where-Object { $_.NotAfter -lt '1/31/2099' }).Count
@(Get-CsCertificate | Where-Object { $_.NotAfter -ge (Get-Date) -and $_.Use -eq 'Default' }).Count
$days = ((Get-CsCertificate -Type Default).NotAfter - (Get-Date)).Days
$days -gt 300 -and $days -lt 800
Get-CsCertificate | Select-Object Use, SerialNumber, NotAfter | Sort-Object NotAfter | ForEach-Object { $_.Use }
(New-TimeSpan (Get-Date) (Get-CsCertificate -Type Default).NotAfter).Days -eq $days
