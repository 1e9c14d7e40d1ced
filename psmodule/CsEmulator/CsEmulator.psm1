# The cmdlets are compiled, in the assembly of the module Lync. PowerShell looks for their help beside this file:
# en-US/CsEmulator.psm1-Help.xml.

Import-Module "$PSScriptRoot/../Lync/bin/Microsoft.Rtc.Management.dll"
Export-ModuleMember -Cmdlet Get-CsEmulatedRequest, Approve-CsEmulatedRequest, Deny-CsEmulatedRequest, Revoke-CsEmulatedRequest, Reset-CsEmulator
