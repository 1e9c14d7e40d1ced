@{
    ModuleVersion = '0.1.0'
    GUID = '1db57e1b-39b4-4612-beb5-e744fdd56b72'
    Author = 'The request-cscertificate project'
    CompanyName = 'None'
    Copyright = 'MIT licence'
    Description = 'Request-CsCertificate of Skype for Business Server and its sibling cmdlets, emulated: the cmdlets of the module Lync under their later name.'
    PowerShellVersion = '7.4'
    CompatiblePSEditions = @('Core')
    # Nothing is kept twice: code, views and help are those of the module beside this one.
    NestedModules = @('SkypeForBusiness.psm1', '../Lync/Lync.psm1')
    FormatsToProcess = @('../Lync/Lync.format.ps1xml')
    TypesToProcess = @('../Lync/Lync.types.ps1xml')
    CmdletsToExport = @(
        'Request-CsCertificate'
        'Get-CsCertificate'
        'Set-CsCertificate'
        'Remove-CsCertificate'
        'Test-CsCertificateConfiguration'
        'Import-CsCertificate'
        'Get-CsAdminRole'
        'Get-CsComputer'
        'Get-CsPool'
        'Get-CsService'
        'Get-CsSimpleUrlConfiguration'
        'Get-CsSipDomain'
        'Get-CsTopology'
    )
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
    FileList = @('SkypeForBusiness.psd1', 'SkypeForBusiness.psm1')
}
