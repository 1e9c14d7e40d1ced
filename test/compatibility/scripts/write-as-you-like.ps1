# Typed by several people over the years.
param([string] $CA)
(REQUEST-cscertificate -NEW -type DEFAULT,webservicesinternal -ca $CA.ToUpper() -template webserver).Use
(Request-CsCertificate –New –Type Default –CA $CA –Confirm:$false).Use
Request-CsCertificate `
    -New `
    -Type  WebServicesExternal , Default `
    -CA "$CA" `
    -FriendlyName "Web $(Get-Date -Format yyyy)" | ForEach-Object { $_.Use }
