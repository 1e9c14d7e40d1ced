@{
    RootModule           = 'PSHost.Management.dll'
    ModuleVersion        = '7.0.0.0'
    GUID                 = '1e5a830a-ddcc-594a-8961-b122b063b77a'
    Author               = 'The project'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.4'
    Description          = 'Everyday cmdlets of Microsoft.PowerShell.Management for the console host.'
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'Add-Content'
        'Clear-Content'
        'Clear-Item'
        'Convert-Path'
        'Copy-Item'
        'Get-ChildItem'
        'Get-Content'
        'Get-Item'
        'Get-Location'
        'Invoke-Item'
        'Join-Path'
        'Move-Item'
        'New-Item'
        'Pop-Location'
        'Push-Location'
        'Remove-Item'
        'Rename-Item'
        'Resolve-Path'
        'Set-Content'
        'Set-Item'
        'Set-Location'
        'Split-Path'
        'Test-Path'
    )
}
