@{
    ModuleVersion = '0.1.0'
    GUID = '5d1d4b3e-5c3f-4a57-9a0e-7f2f6b1f0c86'
    Author = 'The request-cscertificate project'
    CompanyName = 'None'
    Copyright = 'MIT licence'
    Description = 'The everyday cmdlets of the Windows module PKI, over the emulated certificate stores. On Windows it hands over to the system''s own module.'
    PowerShellVersion = '7.4'
    CompatiblePSEditions = @('Core')
    # Its assembly and engine are those of the module Lync beside this one, which need not be imported.
    NestedModules = @('PKI.psm1')
    TypesToProcess = @('../Lync/Lync.types.ps1xml')
    CmdletsToExport = @('Export-Certificate', 'Export-PfxCertificate', 'Get-PfxData', 'Import-Certificate', 'Import-PfxCertificate', 'New-SelfSignedCertificate')
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
    FileList = @('PKI.psd1', 'PKI.psm1', 'en-US/PKI.psm1-Help.xml')
}
