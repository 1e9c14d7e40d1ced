# A script for both generations of the product takes the module it finds.
param([string] $CA)
if (-not (Get-Module -Name 'Lync') -and -not (Get-Module -Name 'SkypeForBusiness')) {
    if (Get-Module -Name 'lync' -ListAvailable) { Import-Module -Name 'lync' }
    elseif (Get-Module -Name 'skypeforbusiness' -ListAvailable) { Import-Module -Name 'skypeforbusiness' }
    else { Write-Host 'Neither Lync nor Skype for Business is installed here' -ForegroundColor Red; exit 2 }
}
(Request-CsCertificate -New -Type Default -CA $CA).Use
