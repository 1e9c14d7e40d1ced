@{
    RootModule           = 'PSHost.Host.dll'
    ModuleVersion        = '7.0.0.0'
    GUID                 = '5a1d0f0c-6f6e-5c53-9b1e-3d9cb1f0a4c7'
    Author               = 'The project'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.4'
    Description          = 'The cmdlets of Microsoft.PowerShell.Host for the console host.'
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'Start-Transcript'
        'Stop-Transcript'
    )
}
