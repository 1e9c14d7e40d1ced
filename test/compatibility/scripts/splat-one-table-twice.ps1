param([string] $CA, [string] $Domain = 'litwareinc.com')
$settings = @{
    New                  = $True
    CA                   = $CA
    Country              = 'US'
    State                = 'OR'
    City                 = 'Portland'
    KeySize              = 2048
    PrivateKeyExportable = $True
    Organization         = 'Litware'
    OU                   = 'Voice'
    DomainName           = "sip.$Domain"
    AllSipDomain         = $True
    Verbose              = $False
}
$pool = Request-CSCertificate @settings -FriendlyName 'Pool' -Type Default,WebServicesInternal,WebServicesExternal
$token = Request-CSCertificate @settings -FriendlyName 'Token' -Type OAuthTokenIssuer
$pool.Subject
$token.Subject
$settings.Count
