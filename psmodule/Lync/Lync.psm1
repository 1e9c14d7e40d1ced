# Both modules (Lync and SkypeForBusiness) nest this one, so that PowerShell looks for the help of their cmdlets beside it:
# en-US/Lync.psm1-Help.xml. The cmdlets are compiled.

Import-Module "$PSScriptRoot/bin/Microsoft.Rtc.Management.dll"
# Windows has the drive Cert: of its own.
if (-not $IsWindows) { Import-Module "$PSScriptRoot/bin/certificate-drive/Microsoft.PowerShell.Security.dll" }
Initialize-CsEmulation
Export-ModuleMember -Cmdlet @(
    'Request-CsCertificate'
    'Get-CsCertificate'
    'Set-CsCertificate'
    'Remove-CsCertificate'
    'Test-CsCertificateConfiguration'
    'Import-CsCertificate'
    'Get-CsAdminRole'
    'Get-CsComputer'
    'Get-CsPool'
    'Get-CsService'
    'Get-CsSimpleUrlConfiguration'
    'Get-CsSipDomain'
    'Get-CsTopology'
)
