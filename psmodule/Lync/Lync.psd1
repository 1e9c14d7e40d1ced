@{
    ModuleVersion = '0.1.0'
    GUID = 'c72cb37a-cb3d-49bf-922e-01ab293cc278'
    Author = 'The request-cscertificate project'
    CompanyName = 'None'
    Copyright = 'MIT licence'
    Description = 'Request-CsCertificate of Lync Server 2013 and its sibling cmdlets, emulated: names from your own topology, certificates from an embedded certification authority.'
    # 5.1 and 7.2 lack the platform the engine and its types need; PowerShell says so in one sentence.
    PowerShellVersion = '7.4'
    CompatiblePSEditions = @('Core')
    NestedModules = @('Lync.psm1')
    FormatsToProcess = @('Lync.format.ps1xml')
    TypesToProcess = @('Lync.types.ps1xml')
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
    FileList = @(
        'Lync.psd1'
        'Lync.psm1'
        'Lync.format.ps1xml'
        'Lync.types.ps1xml'
        'Certificates.psd1'
        'bin/Microsoft.Rtc.Management.dll'
        'bin/certificate-drive/Microsoft.PowerShell.Security.dll'
        'en-US/Lync.psm1-Help.xml'
        'en-US/about_CsCertificateEmulation.help.txt'
        'engine/main.cjs'
    )
}
