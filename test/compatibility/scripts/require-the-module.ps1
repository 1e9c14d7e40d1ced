param([string] $CA)
function Get-Bits($Certificate) { $Certificate.Thumbprint.Length * 4 }

#Requires -Modules Lync
Get-Bits (Request-CsCertificate -New -Type Default -CA $CA)
