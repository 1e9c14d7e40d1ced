# The cmdlets are compiled, in the assembly of the module Lync. PowerShell looks for their help beside this file:
# en-US/PKI.psm1-Help.xml.

if ($IsWindows) {
    # The certificate drive is the system's there, and so are its cmdlets: all of them, also those that are not emulated.
    Import-Module "$env:SystemRoot/System32/WindowsPowerShell/v1.0/Modules/PKI/PKI.psd1" -Global
    Export-ModuleMember
}
else {
    Import-Module "$PSScriptRoot/../Lync/bin/Microsoft.Rtc.Management.dll"
    Import-Module "$PSScriptRoot/../Lync/bin/certificate-drive/Microsoft.PowerShell.Security.dll"
    Export-ModuleMember -Cmdlet Export-Certificate, Export-PfxCertificate, Get-PfxData, Import-Certificate, Import-PfxCertificate, New-SelfSignedCertificate
}
