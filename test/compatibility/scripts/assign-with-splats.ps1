param([string] $CA)
$c = Request-CsCertificate -New -Type Default -CA $CA
$assign = @{
    Type       = @('Default', 'WebServicesInternal', 'WebServicesExternal')
    Thumbprint = $c.Thumbprint
    Confirm    = $false
}
Set-CSCertificate @assign
$assign.Type = 'OAuthTokenIssuer'
$assign.Identity = 'Global'
Set-CSCertificate @assign
@(Get-CsCertificate).Count
