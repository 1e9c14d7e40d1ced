<#
.SYNOPSIS
The life of certificate requests that a certificate manager has to decide.

.DESCRIPTION
Plays both sides: the administrator of a Lync server, with Request-CsCertificate, and the certificate manager of the
authority, with the cmdlets of the module CsEmulator. Everything happens in a temporary folder that is removed at the end.

    npm run -s pwsh -- -File examples/request-life.ps1
#>
[CmdletBinding()]
param(
    # The product's module under either of its names.
    [ValidateSet('Lync', 'SkypeForBusiness')]
    [string] $Module = 'Lync',

    # A deployment with an authority whose template asks for approval.
    [string] $Deployment = (Join-Path $PSScriptRoot 'litwareinc-approval'),

    [string] $CA = 'atl-ca-001.litwareinc.com\myca',

    [string] $Template = 'WebServerApproval'
)

# An error of a cmdlet ends its statement only; like this it ends the script, and pwsh exits with 1.
$ErrorActionPreference = 'Stop'

function Write-Step([string] $Text) {
    Write-Host ''
    Write-Host "== $Text"
}

# What comes back is an object whose RequestStatus is Pending instead of a certificate.
function New-PendingRequest([string] $FriendlyName) {
    Request-CsCertificate -New -Type Default -CA $CA -Template $Template -FriendlyName $FriendlyName
}

$before = $env:CSCERT_HOME, $env:CSCERT_DEPLOYMENT
$folder = Join-Path ([IO.Path]::GetTempPath()) ('request-life-' + [guid]::NewGuid().ToString('n'))
$null = New-Item -ItemType Directory -Path $folder
$env:CSCERT_HOME = Join-Path $folder 'state'
$env:CSCERT_DEPLOYMENT = $Deployment
$PSDefaultParameterValues = @{ 'Request-CsCertificate:Report' = Join-Path $folder 'report.html' }
Import-Module $Module, CsEmulator

try {
    Write-Step 'A request that waits for approval'
    $waiting = New-PendingRequest 'Front End'
    $waiting | Format-List RequestId, RequestStatus, CertificateUses, CA, NextStep
    Request-CsCertificate -List | Format-Table RequestId, RequestStatus, CertificateUses

    Write-Step 'Nobody has decided yet: a warning, and no certificate'
    Request-CsCertificate -Retrieve -RequestId $waiting.RequestId

    Write-Step 'The certificate manager approves what is pending'
    Get-CsEmulatedRequest -Disposition Pending | Approve-CsEmulatedRequest | Format-Table

    Write-Step 'Now the certificate is there'
    $certificate = Request-CsCertificate -Retrieve -RequestId $waiting.RequestId
    $certificate | Format-List Subject, AlternativeNames, Thumbprint, Use

    Write-Step 'A denied request: asked for by its number, the refusal is an exception'
    $refused = New-PendingRequest 'Refused'
    $null = $refused | Deny-CsEmulatedRequest -Message 'Ask the security team first'
    try {
        Request-CsCertificate -Retrieve -RequestId $refused.RequestId
    }
    catch [Microsoft.Rtc.Management.Common.Certificates.CertificateException] {
        Write-Host "Caught: $($_.Exception.Message)"
    }

    Write-Step 'Asked for with all others, it is an error that does not keep them from being retrieved'
    $refused = New-PendingRequest 'Refused again'
    $other = New-PendingRequest 'Approved meanwhile'
    $null = Deny-CsEmulatedRequest -RequestId $refused.RequestId
    $null = Approve-CsEmulatedRequest -RequestId $other.RequestId
    $certificates = @(Request-CsCertificate -Retrieve -ErrorAction SilentlyContinue -ErrorVariable problems)
    Write-Host "$($certificates.Count) certificate, and: $($problems[0].Exception.Message)"

    Write-Step 'A revoked request blocks -Retrieve, and says how to go on'
    $revoked = New-PendingRequest 'Revoked'
    $other = New-PendingRequest 'Waits for the revoked one to be cleared'
    $null = $revoked | Approve-CsEmulatedRequest
    $null = $revoked | Revoke-CsEmulatedRequest -Reason CessationOfOperation
    $null = $other | Approve-CsEmulatedRequest
    try {
        Request-CsCertificate -Retrieve
    }
    catch [Microsoft.Rtc.Management.Common.Certificates.CertificateException] {
        Write-Host "Caught: $($_.Exception.Message)"
    }
    Request-CsCertificate -Clear -RequestId $revoked.RequestId
    $certificate = Request-CsCertificate -Retrieve
    Write-Host "After -Clear: $($certificate.Thumbprint)"

    Write-Step 'An offline request: no authority knows it, so there is nothing to retrieve'
    $offline = Request-CsCertificate -New -Type Default -Output (Join-Path $folder 'offline.req')
    Request-CsCertificate -Retrieve -RequestId $offline.RequestId
    Request-CsCertificate -Clear -RequestId $offline.RequestId

    Write-Step 'What the authority remembers; on this side nothing is open any more'
    Get-CsEmulatedRequest | Format-Table
    Write-Host "Open requests: $(@(Request-CsCertificate -List).Count)"
    Reset-CsEmulator -WhatIf
}
finally {
    Remove-Module CsEmulator, $Module
    $env:CSCERT_HOME, $env:CSCERT_DEPLOYMENT = $before
    Remove-Item -LiteralPath $folder -Recurse -Force
}
