@{
    RootModule           = 'PSHost.Utility.dll'
    ModuleVersion        = '7.0.0.0'
    GUID                 = '78a0e2df-66ae-5de3-98cb-0c126df74670'
    Author               = 'The project'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.4'
    Description          = 'Everyday cmdlets of Microsoft.PowerShell.Utility for the console host.'
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'Clear-Variable'
        'ConvertFrom-Json'
        'ConvertTo-Json'
        'Format-List'
        'Format-Table'
        'Get-Variable'
        'New-Variable'
        'Out-File'
        'Out-String'
        'Remove-Variable'
        'Select-Object'
        'Set-Variable'
        'Sort-Object'
        'Tee-Object'
        'Write-Debug'
        'Write-Error'
        'Write-Host'
        'Write-Information'
        'Write-Output'
        'Write-Progress'
        'Write-Verbose'
        'Write-Warning'
    )
}
