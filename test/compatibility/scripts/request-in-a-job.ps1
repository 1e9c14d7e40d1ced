param([string] $CA)
$types = 'Default', 'WebServicesInternal'
$job = Start-Job -Name Certificates -InitializationScript { Import-Module Lync } -ScriptBlock {
    param($Authority)
    Request-CsCertificate -New -Type $using:types -CA $Authority -FriendlyName 'From a job'
    try { Request-CsCertificate -New -Type Internal -CA $Authority } catch { $_.Exception.GetType().FullName }
} -ArgumentList $CA
Wait-Job -Job $job -Timeout 120 | ForEach-Object { "$($_.Name) $($_.State)" }
$result, $refusal = Receive-Job -Job $job -WarningAction SilentlyContinue
Remove-Job -Job $job
$found = Get-ChildItem Cert:\LocalMachine\My | Where-Object { $_.FriendlyName -eq 'From a job' }
"$($result.Use) $($found.Thumbprint -eq $result.Thumbprint) $refusal"
Set-CsCertificate -Type Default -Thumbprint $result.Thumbprint
(Get-CsCertificate).Subject
