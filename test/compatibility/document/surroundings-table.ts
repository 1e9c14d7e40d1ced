/** What scripts use around the cmdlets. */
export interface Surrounding {
  readonly what: string;
  readonly state: 'as on Windows' | 'differs' | 'absent';
  readonly how: string;
}

export const SURROUNDING_TABLE: readonly Surrounding[] = [
  {
    what: '`Import-Module "C:\\Program Files\\Common Files\\Microsoft Lync Server 2013\\Modules\\Lync\\Lync.psd1"` and the paths of 2010, 2015 and 2019, through `$env:ProgramFiles` and `$env:CommonProgramFiles`',
    state: 'as on Windows',
    how: 'after `cscert install`; in any letter case in the console host',
  },
  {
    what: '`$env:COMPUTERNAME`, `TEMP`, `ProgramFiles`, `SystemDrive`, `USERDNSDOMAIN` and their like',
    state: 'as on Windows',
    how: 'after `cscert install`, from the deployment; what is set already stays',
  },
  {
    what: '`[Net.Dns]::GetHostByName($env:COMPUTERNAME)` as the default of a parameter',
    state: 'differs',
    how: 'fails where nothing resolves the name of the computer that is played; give the parameter',
  },
  {
    what: '`C:\\`, `G:\\` and other drives, `\\\\server\\c$\\…`',
    state: 'as on Windows',
    how: 'folders of the state folder; item cmdlets of a full `pwsh` know no shares off Windows. In the console host `New-Object … X509Certificate2("C:\\x.pfx", …)` and other classes made with a file find it too; static methods of .NET do not',
  },
  {
    what: '`Cert:\\LocalMachine` with My, Root, CA and REQUEST',
    state: 'as on Windows',
    how: 'the store of the deployment and computer; on Windows `Cert:` stays the system’s, and `CsCert:` is this one',
  },
  {
    what: '`Get-ChildItem … | Remove-Item -DeleteKey`',
    state: 'as on Windows',
    how: 'PowerShell knows the parameter only from a path: `Remove-Item -Path … -DeleteKey`',
  },
  {
    what: '`Start-Transcript`, `Send-MailMessage`, `Test-Connection`, `Compare-Object -PassThru`, `Get-FileHash`, `(Get-Host).PrivateData`, `Out-File -Append` and other cmdlets of PowerShell',
    state: 'as on Windows',
    how: 'the console host has the everyday ones, a full `pwsh` all',
  },
  {
    what: '`#Requires -RunAsAdministrator`',
    state: 'differs',
    how: 'PowerShell lets it pass off Windows',
  },
  {
    what: '`([Security.Principal.WindowsPrincipal] …).IsInRole("Administrator")`',
    state: 'as on Windows',
    how: 'in a session of the console host after `cscert install`: whoever runs it is the administrator; else, and in a full `pwsh` off Windows, the statement fails with an error and the script goes on',
  },
  {
    what: '`ls`, `cp`, `mv`, `rm`, `cat`, `sort` on a drive such as `Cert:` or `C:`',
    state: 'differs',
    how: 'aliases in a session of the console host after `cscert install`; else, and in a full `pwsh`, they are programs of the system',
  },
  {
    what: '`New-Object X509Store("My", "LocalMachine")`, `(Get-Item Cert:\\LocalMachine\\Root).Open("ReadWrite")`, `.Certificates.Find(…)`, `.Add`, `.Remove`, `$certificate.Export("Pfx", …)`',
    state: 'as on Windows',
    how: 'the stores of `Cert:`, once a module is loaded, and in the console host from the first `New-Object`; `[X509Store]::new(…)` before that, and stores of CurrentUser, are those of .NET; a refusal is caught by `catch`, but not by its type',
  },
  {
    what: '`$certificate.Verify()`',
    state: 'as on Windows',
    how: 'by the roots of `Cert:` and what the embedded CAs have revoked, then as .NET answers on this host',
  },
  {
    what: '`(Get-Location).Path -eq "Cert:\\LocalMachine\\My"`, completion of a path on `Cert:`',
    state: 'differs',
    how: 'PowerShell writes the current location, resolved and completed paths with the slash of the host, `Cert:/LocalMachine/My`; `PSPath`, `PSParentPath` and `Split-Path` have backslashes, and every path is taken with either',
  },
  {
    what: '`$certificate.Import(file, password, flags)` of X509Certificate2',
    state: 'as on Windows',
    how: 'the .NET of PowerShell 7 has dropped it; it comes with the modules, in the console host with the first `New-Object`',
  },
  {
    what: '`Export-Csv`, `ConvertTo-Csv` of `AlternativeNames`',
    state: 'differs',
    how: 'the console host writes the names with blanks between them; a full `pwsh` writes `System.String[]`, as Windows PowerShell does of every array',
  },
  {
    what: "`#Requires -Modules @{ModuleName='Lync';ModuleVersion='1.0'}`, `Import-Module Lync -MinimumVersion 1.0`",
    state: 'differs',
    how: 'the modules have a version of their own, 0.1.0, since that of the product is not known; ask for the name alone',
  },
  {
    what: '`$_.Use -eq "urn:certref:Default"`',
    state: 'differs',
    how: 'a spelling that one help page alone has; it finds nothing, and is no error',
  },
  {
    what: '`certutil -importpfx`, `certreq`, `netsh http add sslcert`, `IIS:\\SslBindings`',
    state: 'absent',
    how: 'programs and drives of Windows; `certutil` off Windows is another program. `Import-PfxCertificate`, `cscert ca list`',
  },
  {
    what: '`Get-Certificate -Template …`, `Test-Certificate`',
    state: 'absent',
    how: 'enrolment without the product: `Request-CsCertificate`, or `New-SelfSignedCertificate` in a laboratory; what they leave in the store is found and assigned by its thumbprint',
  },
  {
    what: '`Invoke-Command -ComputerName`, `New-PSSession`, `-ConnectionUri https://…/OcsPowershell`',
    state: 'absent',
    how: 'no remoting to Windows off Windows; a block runs here, and its objects keep their values when they are serialised',
  },
  {
    what: '`Get-WmiObject`, `Get-CimInstance`, `Get-Service`, `Restart-Service`, COM objects, the registry',
    state: 'absent',
    how: 'parts of Windows',
  },
  {
    what: '`Start-CsWindowsService`, `Enable-CsComputer`, `Publish-CsTopology`, `Export-CsConfiguration`, `Get-CsServerVersion`, `Get-CsUser` and every other cmdlet of the product',
    state: 'absent',
    how: 'they have nothing to do with certificates; PowerShell says so, and the next line runs',
  },
];
