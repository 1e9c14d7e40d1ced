param([string] $CA, [string] $Type = 'Default', [string] $Template = 'WebServer', [string] $Computer)
$parameters = @{ Type = $Type; CA = $CA; Template = $Template; PrivateKeyExportable = $true }
if ($Computer) { $parameters.ComputerFqdn = $Computer }
Import-Module Lync
try {
    $c = Request-CsCertificate -New @parameters -WarningAction SilentlyContinue
    "issued for $($c.Use)"
}
catch [System.ArgumentException] {
    if ($_.FullyQualifiedErrorId -match 'CentralMgmtStoreInaccessible') { 'no topology from here' }
    elseif ($_.Exception -match 'Unable to contact certification authority') { 'CA out of reach' }
    elseif ($_.Exception -match 'and that you logged on with the correct credentials') { 'credentials' }
    else { "argument: $($_.FullyQualifiedErrorId)" }
}
catch [Microsoft.Rtc.Management.Common.Certificates.CertificateException] {
    if ($_.Exception -match 'The request was for a certificate template that is not supported') { 'template' }
    elseif ($_.Exception -match 'Denied by Policy Module 0x80094800') { 'policy 0x80094800' }
    elseif ($_.Exception -match 'Denied by Policy Module') { 'policy' }
    else { "certificate: $_" }
}
catch [System.InvalidOperationException] {
    if ($_.Exception -match 'The computer does not need a certificate') {
        $sentences = ($_.ErrorDetails).ToString().Split('.')
        $sentences[0] -replace 'Command execution failed: ', ''
        ($sentences[1]).Trim()
    }
}
