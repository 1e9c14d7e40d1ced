param([string] $CA)
Request-CsCertificate -New -Type Default -CA $CA | Set-CsCertificate -Type Default
Get-CsCertificate | fl –property * | Out-File C:\everything.txt
Get-CsCertificate | Format-List | Out-File C:\everything.txt -Append
(Select-Object -InputObject (Get-CsCertificate) -Property *).PSObject.Properties.Name -join ','
(Get-Content C:\everything.txt | Where-Object { $_ -match '^\w+\s+: ' } | ForEach-Object { $_.Split(' ')[0] }) -join ','
