# What a remote session hands back are copies without methods.
param([string] $CA)
$c = Request-CsCertificate -New -Type Default,WebServicesInternal -CA $CA
$copy = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($c))
"$($copy.Use)"
"$($copy.AlternativeNames)" -eq "$($c.AlternativeNames)"
$copy.NotAfter -eq $c.NotAfter
Set-CsCertificate -Thumbprint $copy.Thumbprint -Type Default
$got = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-CsCertificate)))
"$($got.Use) $($got.Thumbprint -eq $c.Thumbprint)"
$c.ToString().Length -gt 0
