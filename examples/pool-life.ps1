<#
.SYNOPSIS
The life of a pool's certificates: request, assign, check the expiry, renew, roll the OAuth certificate, remove.

.DESCRIPTION
What an administrator of a Front End does over the years, with the product's cmdlets and the certificate drive only: the
same lines would run on a Lync server. Everything happens in a temporary folder that is removed at the end.

    npm run -s pwsh -- -File examples/pool-life.ps1
#>
[CmdletBinding()]
param(
    # The product's module under either of its names.
    [ValidateSet('Lync', 'SkypeForBusiness')]
    [string] $Module = 'Lync',

    [string] $Deployment = (Join-Path $PSScriptRoot 'litwareinc-enterprise'),

    [string] $CA = 'atl-ca-001.litwareinc.com\myca'
)

# An error of a cmdlet ends its statement only; like this it ends the script, and pwsh exits with 1.
$ErrorActionPreference = 'Stop'

function Write-Step([string] $Text) {
    Write-Host ''
    Write-Host "== $Text"
}

$before = $env:CSCERT_HOME, $env:CSCERT_DEPLOYMENT
$folder = Join-Path ([IO.Path]::GetTempPath()) ('pool-life-' + [guid]::NewGuid().ToString('n'))
$null = New-Item -ItemType Directory -Path $folder
$env:CSCERT_HOME = Join-Path $folder 'state'
$env:CSCERT_DEPLOYMENT = $Deployment
$PSDefaultParameterValues = @{ '*-CsCertificate:Report' = Join-Path $folder 'report.html' }
Import-Module $Module

try {
    Write-Step 'Which computer and pool this is, from the topology'
    $computer = Get-CsComputer -Local
    $pool = Get-CsPool -Identity $computer.Pool
    Write-Host "$($computer.Fqdn) is one of $(@($pool.Computers).Count) computers of $($pool.Fqdn)"

    Write-Step 'One certificate for the Front End and its web services, and assign it'
    $types = 'Default', 'WebServicesInternal', 'WebServicesExternal'
    $first = Request-CsCertificate -New -Type $types -CA $CA -FriendlyName 'Front End' -PrivateKeyExportable $true
    Set-CsCertificate -Reference $first -Type $types

    Write-Step 'The OAuth certificate holds for the whole deployment'
    $oauth = Request-CsCertificate -New -Type OAuthTokenIssuer -CA $CA -FriendlyName 'OAuth'
    Set-CsCertificate -Identity Global -Type OAuthTokenIssuer -Thumbprint $oauth.Thumbprint
    Get-CsCertificate | Format-Table Use, Thumbprint, NotAfter, Subject

    Write-Step 'What does the store say? Friendly names, keys and expiry'
    Get-ChildItem Cert:\LocalMachine\My | Format-Table FriendlyName, HasPrivateKey, NotAfter, Thumbprint

    Write-Step 'Which certificates expire within ten years?'
    $expiring = @(Get-CsCertificate | Where-Object { $_.NotAfter -lt (Get-Date).AddYears(10) })
    $expiring | ForEach-Object { Write-Host "$($_.Use) expires on $($_.NotAfter.ToShortDateString())" }

    Write-Step 'Renew the one of the Front End: ask for the same types, assign, look at what it replaced'
    $names = (Get-CsCertificate -Type Default).AlternativeNames -join ','
    $second = Request-CsCertificate -New -Type $types -CA $CA -FriendlyName 'Front End, renewed' -DomainName $names
    $second | Set-CsCertificate -Type $types
    Get-CsCertificate -Type Default | Format-List Thumbprint, PreviousThumbprint, AlternativeNames

    Write-Step 'Roll the OAuth certificate: the new one counts from next week on, the old one until then'
    $next = Request-CsCertificate -New -Type OAuthTokenIssuer -CA $CA -FriendlyName 'OAuth, next'
    $when = (Get-Date).Date.AddDays(7)
    Set-CsCertificate -Identity Global -Type OAuthTokenIssuer -Thumbprint $next.Thumbprint -Roll -EffectiveDate $when
    Get-CsCertificate -Type OAuthTokenIssuer | Format-List Thumbprint, EffectiveDate, PreviousThumbprint

    Write-Step 'The first certificate is not needed any more: no use, not even as the previous one'
    Remove-CsCertificate -Type $types -Previous -Force
    Remove-Item "Cert:\LocalMachine\My\$($first.Thumbprint)"
    Write-Host "In the store: $(Test-Path "Cert:\LocalMachine\My\$($first.Thumbprint)")"

    Write-Step 'The computer leaves the pool: nothing is assigned to it, the certificates stay in the store'
    Remove-CsCertificate -Type $types -Force
    Get-CsCertificate | Format-Table Use, Thumbprint
    Write-Host "Certificates in the store: $(@(Get-ChildItem Cert:\LocalMachine\My).Count)"
}
finally {
    Set-Location -LiteralPath $PSScriptRoot
    Remove-Module $Module
    $env:CSCERT_HOME, $env:CSCERT_DEPLOYMENT = $before
    Remove-Item -LiteralPath $folder -Recurse -Force
}
