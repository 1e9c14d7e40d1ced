@{
    ModuleVersion = '0.1.0'
    GUID = '0d7a3b0a-9a3f-4f0e-8f57-3f4b7f0a7c11'
    Author = 'The request-cscertificate project'
    CompanyName = 'None'
    Copyright = 'MIT licence'
    Description = 'Certificate classes of .NET as scripts for Windows use them: for a session that has the certificate drive and none of the modules.'
    PowerShellVersion = '7.4'
    CompatiblePSEditions = @('Core')
    TypesToProcess = @('Lync.types.ps1xml')
    CmdletsToExport = @()
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
}
