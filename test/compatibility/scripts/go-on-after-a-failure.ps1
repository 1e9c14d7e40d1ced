# No prompt, no stop: what fails ends its own line.
param([string] $CA)
Request-CsCertificate -New -Type Default -CA $CA -Template NotThere
'after the request'
Set-CsCertificate -Type Default -Thumbprint ('0' * 40)
'after the assignment'
Import-CsCertificate -Path C:\nowhere\missing.pfx -Password secret
'after the import'
Remove-CsCertificate -Type Default
'after the removal'
$error.Count
