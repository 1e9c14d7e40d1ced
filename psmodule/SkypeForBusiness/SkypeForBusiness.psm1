# Tells the code that both modules nest under which name it is being imported: PowerShell does not tell a nested module.

Import-Module "$PSScriptRoot/../Lync/bin/Microsoft.Rtc.Management.dll"
Initialize-CsEmulation -ForModule SkypeForBusiness
Export-ModuleMember
