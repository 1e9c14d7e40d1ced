@{
    RootModule           = 'PSHost.Security.dll'
    NestedModules        = @('Microsoft.PowerShell.Security.psm1')
    ModuleVersion        = '7.0.0.0'
    GUID                 = '2b330988-780e-57ca-b2e1-cbf9e3d7bf45'
    Author               = 'The project'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.4'
    Description          = 'Everyday cmdlets of Microsoft.PowerShell.Security for the console host.'
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'ConvertFrom-SecureString'
        'ConvertTo-SecureString'
        'Get-Credential'
        'Get-ExecutionPolicy'
        'Get-PfxCertificate'
        'Set-ExecutionPolicy'
    )
}
