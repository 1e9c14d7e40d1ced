# Renews until the input ends; says where it is every five renewals, and waits for a line before it goes on.
param([string] $CA)
$renewals = 0
do {
    foreach ($round in 1..5) {
        $certificate = Request-CsCertificate -New -Type Default -CA $CA 6> $null
        Set-CsCertificate -Reference $certificate -Type Default -Confirm:$false 6> $null
        $renewals++
    }
    [GC]::Collect(); [GC]::WaitForPendingFinalizers(); [GC]::Collect()
    [Console]::Out.WriteLine("renewed $renewals")
} while ($null -ne [Console]::In.ReadLine())
(Get-CsCertificate -Type Default).Thumbprint -eq $certificate.Thumbprint
