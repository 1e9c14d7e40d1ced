@{
    ModuleVersion = '0.1.0'
    GUID = '95609f81-5faf-4c45-9af9-f794ca07f58c'
    Author = 'The request-cscertificate project'
    CompanyName = 'None'
    Copyright = 'MIT licence'
    Description = 'The operator of the embedded certification authorities: approves, denies and revokes what Request-CsCertificate asked of them. No cmdlets of the product.'
    PowerShellVersion = '7.4'
    CompatiblePSEditions = @('Core')
    # Its assembly and engine are those of the module Lync beside this one, which need not be imported.
    NestedModules = @('CsEmulator.psm1')
    FormatsToProcess = @('CsEmulator.format.ps1xml')
    CmdletsToExport = @(
        'Get-CsEmulatedRequest'
        'Approve-CsEmulatedRequest'
        'Deny-CsEmulatedRequest'
        'Revoke-CsEmulatedRequest'
        'Reset-CsEmulator'
    )
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
    FileList = @(
        'CsEmulator.psd1'
        'CsEmulator.psm1'
        'CsEmulator.format.ps1xml'
        'en-US/CsEmulator.psm1-Help.xml'
    )
}
