const EN_DASH = '\u2013';
const EM_DASH = '\u2014';
const BAR = '\u2015';

export interface ScriptCase {
  readonly rule: string;
  readonly script: string;
  /** Texts on the success stream. */
  readonly says: readonly string[];
}

/** As administrators write them (domain facts 8.1). Each is its own block; `$ca` is the CA. */
export const SCRIPT_CASES: readonly ScriptCase[] = [
  {
    rule: 'splatting with New = $True and Verbose = $True',
    script: `$request = @{ New = $True; Type = 'Default'; CA = $ca; AllSipDomain = $True; Verbose = $True }
      (Request-CsCertificate @request).Use`,
    says: ['Default'],
  },
  {
    rule: 'an ordered hash table that grows, splatted with further parameters',
    script: `$request = [ordered]@{ New = $True }; $request.Type = @('Default', 'WebServicesInternal'); $request['CA'] = $ca
      (Request-CsCertificate @request -FriendlyName 'Grown' -Confirm:$false).Use`,
    says: ['Default,WebServicesInternal'],
  },
  {
    rule: '-Confirm:$false, which the wizard writes',
    script: '(Request-CsCertificate -New -Type Default -CA $ca -Confirm:$false).Use',
    says: ['Default'],
  },
  {
    rule: 'en dashes, em dashes and horizontal bars, as a web page makes of hyphens',
    script: `(Request-CsCertificate ${EN_DASH}New ${EM_DASH}Type Default ${BAR}CA $ca ${EN_DASH}Confirm:$false).Use`,
    says: ['Default'],
  },
  {
    rule: 'any letter case, of command, parameters and values',
    script: '(request-CSCERTIFICATE -nEW -tYPE webservicesINTERNAL,default -ca $ca.ToUpper() -TEMPLATE webSERVER).Use',
    says: ['WebServicesInternal,Default'],
  },
  {
    rule: 'the dialect of 2010: back ticks, semicolons, no blanks after commas',
    script: `$cert = Request-CsCertificate \`
        -New \`
        -Type Default,WebServicesInternal,WebServicesExternal \`
        -CA $ca \`
        -FriendlyName "Lync $(Get-Date -Format yyyy)" \`
        -KeySize 2048 \`
        -PrivateKeyExportable $true; $cert.Thumbprint.Length`,
    says: ['40'],
  },
  {
    rule: 'an array of types in a variable',
    script: `$types = @('Default', 'WebServicesExternal'); (Request-CsCertificate -New -Type $types -CA $ca).Use`,
    says: ['Default,WebServicesExternal'],
  },
  {
    rule: 'a comma string of types',
    script: `(Request-CsCertificate -New -Type 'Default,WebServicesExternal' -CA $ca).Use`,
    says: ['Default,WebServicesExternal'],
  },
  {
    rule: 'comma strings that PowerShell itself would combine to another type',
    script: `(Request-CsCertificate -New -Type 'WebServicesInternal, WebServicesExternal' -CA $ca).Use
      (Request-CsCertificate -New -Type @('Default', 'WebServicesInternal,WebServicesExternal') -CA $ca).Use
      try { Request-CsCertificate -New -Type 'Default,Nonsense' -CA $ca } catch { $_.FullyQualifiedErrorId }`,
    says: [
      'WebServicesInternal,WebServicesExternal',
      'Default,WebServicesInternal,WebServicesExternal',
      'CannotConvertArgumentNoMessage,Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet',
    ],
  },
  {
    rule: 'a type twice counts once',
    script: `(Request-CsCertificate -New -Type Default,default -CA $ca).Use`,
    says: ['Default'],
  },
  {
    rule: '$null and empty strings for optional parameters',
    script: `(Request-CsCertificate -New -Type Default -CA $ca -ComputerFqdn $null -GlobalCatalog '' -KeySize $null -KeyAlg $null -City '' -State $null -Country '' -OU '' -Organization $null -DomainName '' -FriendlyName $null -Template '' -Output '' -CaAccount $null -CaPassword '' -ClientEKU $null -PrivateKeyExportable $null -Report $null).Subject`,
    says: ['CN=pool1.litwareinc.com'],
  },
  {
    rule: 'blank text, which a CSV file gives',
    script: `(Request-CsCertificate -New -Type Default -CA $ca -City '  ' -Country ' ' -DomainName ' ').Subject`,
    says: ['CN=pool1.litwareinc.com'],
  },
  {
    rule: 'Invoke-Expression of a line that was put together',
    script: `$line = 'Request-CsCertificate -New -Type {0} -CA "{1}"' -f 'Default', $ca; (Invoke-Expression $line).Use`,
    says: ['Default'],
  },
  {
    rule: 'the call operator, with the name in a variable and with a module in front',
    script: `$name = 'Request-CsCertificate'; (& $name -New -Type Default -CA $ca).Use; (Lync\\Request-CsCertificate -New -Type Default -CA $ca).Use`,
    says: ['Default', 'Default'],
  },
  {
    rule: 'a loop over rows, each with its own friendly name',
    script: `$rows = 'Type,FriendlyName', 'Default,Row one', 'OAuthTokenIssuer,Row two' | ConvertFrom-Csv
      foreach ($row in $rows) { $c = Request-CsCertificate -New -Type $row.Type -CA $ca -FriendlyName $row.FriendlyName; "$($c.Use) $($c.Subject)" }`,
    says: ['Default CN=pool1.litwareinc.com', 'OAuthTokenIssuer CN=litwareinc.com'],
  },
  {
    rule: 'a pipe that stops reading after the first object',
    script: `'Default', 'WebServicesInternal' | ForEach-Object { Request-CsCertificate -New -Type $_ -CA $ca } | Select-Object -First 1 | ForEach-Object { $_.Use }
      (Request-CsCertificate -New -Type Default -CA $ca).Use`,
    says: ['Default', 'Default'],
  },
  {
    rule: '| Out-Null, and -OutVariable',
    script: 'Request-CsCertificate -New -Type Default -CA $ca -OutVariable kept | Out-Null; $kept.Count; $kept[0].Use',
    says: ['1', 'Default'],
  },
  {
    rule: '-ErrorVariable with -ErrorAction of a statement-terminating error',
    script: `try { Request-CsCertificate -New -Type Default -CA 'no\\ca' -ErrorAction SilentlyContinue -ErrorVariable went } catch { 'caught' }
      @($went).Count -ge 1`,
    says: ['caught', 'True'],
  },
  {
    rule: 'tests of the error that scripts of the field make',
    script: `try { Request-CsCertificate -New -Type Default -CA $ca -Template NoSuch }
      catch [Microsoft.Rtc.Management.Common.Certificates.CertificateException] {
        $_.ErrorDetails.Message -replace '^Command execution failed: ', '' -match '^Denied by Policy Module 0x80094800'
        $_.Exception.Message -match 'The request was for a certificate template that is not supported' }`,
    says: ['True', 'True'],
  },
  {
    rule: "the caller's strict mode",
    script:
      'Set-StrictMode -Version Latest; (Request-CsCertificate -New -Type Default -CA $ca).Use; @(Request-CsCertificate -List).Count -ge 0; Set-StrictMode -Off',
    says: ['Default', 'True'],
  },
  {
    rule: "a function's own parameters of the product's types",
    script: `function Get-It { param([Microsoft.Rtc.Management.Deployment.CertType[]] $Type, [Microsoft.Rtc.Management.Deploy.Fqdn] $Fqdn) (Request-CsCertificate -New -Type $Type -ComputerFqdn $Fqdn -CA $ca).Use }
      Get-It -Type default, WebServicesInternal -Fqdn 'atl-cs-001.litwareinc.com'`,
    says: ['Default,WebServicesInternal'],
  },
  {
    rule: 'a class with a property of the object, and a generic list',
    script: `$all = [Collections.Generic.List[object]]::new(); 1..2 | ForEach-Object { $all.Add((Request-CsCertificate -New -Type Default -CA $ca)) }
      ($all | Select-Object -ExpandProperty Thumbprint | Sort-Object -Unique).Count`,
    says: ['2'],
  },
  {
    rule: 'every key algorithm by name',
    script: `'RSA', 'ecdh_p256', 'ECDH_P384', [Microsoft.Rtc.Management.Deployment.X509Certificates.KeyAlgorithmIdentifier]::ECDH_P521 | ForEach-Object { (Request-CsCertificate -New -Type Default -KeyAlg $_ -CA $ca).Use }`,
    says: ['Default', 'Default', 'Default', 'Default'],
  },
  {
    rule: '-AllSipDomain:$false is as good as none',
    script: '(Request-CsCertificate -New -Type WebServicesExternal -AllSipDomain:$false -CA $ca).AlternativeNames[-1]',
    says: ['Lyncdiscover.litwareinc.com'],
  },
  {
    rule: 'two requests at the same second get different friendly names',
    script: `1..3 | ForEach-Object { $null = Request-CsCertificate -New -Type Default -Output "same-$_.req" }; @(Request-CsCertificate -List | Select-Object -ExpandProperty FriendlyName | Sort-Object -Unique).Count -eq @(Request-CsCertificate -List).Count`,
    says: ['True'],
  },
];
