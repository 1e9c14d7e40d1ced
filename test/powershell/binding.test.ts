import assert from 'node:assert/strict';
import { type Case, describeCases, received, throws, writes } from './cases.ts';

const CMDLET = 'Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet';

/** Calls, and the parameters that the engine gets for them. */
const BOUND: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  [
    'types bind in any case and arrive in canonical names, in the order given',
    '-New -Type webservicesinternal,DEFAULT',
    { New: true, Type: ['WebServicesInternal', 'Default'] },
  ],
  [
    'types in lists of lists, of texts with commas and of nothing arrive one by one',
    `-New -Type @('Default', $null, @('OAuthTokenIssuer', 'WebServicesInternal,WebServicesExternal'))`,
    { New: true, Type: ['Default', 'OAuthTokenIssuer', 'WebServicesInternal', 'WebServicesExternal'] },
  ],
  [
    'types by their numbers arrive as names',
    '-New -Type ([int[]](0, 3))',
    { New: true, Type: ['Default', 'OAuthTokenIssuer'] },
  ],
  ['a single type arrives as a list', '-New -Type oauthtokenissuer', { New: true, Type: ['OAuthTokenIssuer'] }],
  [
    'en dashes copied from the documentation are dashes',
    '\u2013New \u2013Type Default',
    { New: true, Type: ['Default'] },
  ],
  [
    'the documentation\u2019s fullest example arrives word for word',
    '-New -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -ComputerFqdn "atl-edge-001" -CA "atl-ca-001.litwareinc.com\\myca" -FriendlyName "External Edge Certificate" -PrivateKeyExportable $True -DomainName "atl-edge-001.litwareinc.com,ap.litwareinc.com, dp"',
    {
      New: true,
      Type: ['AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication'],
      ComputerFqdn: 'atl-edge-001',
      CA: 'atl-ca-001.litwareinc.com\\myca',
      FriendlyName: 'External Edge Certificate',
      PrivateKeyExportable: true,
      DomainName: 'atl-edge-001.litwareinc.com,ap.litwareinc.com, dp',
    },
  ],
  [
    'key parameters arrive as number and canonical name',
    '-New -Type Default -KeySize 4096 -KeyAlg ecdh_p256',
    { New: true, Type: ['Default'], KeySize: 4096, KeyAlg: 'ECDH_P256' },
  ],
  [
    'a Boolean that is false is not absent',
    '-New -Type Default -ClientEKU $false -PrivateKeyExportable 0',
    { New: true, Type: ['Default'], ClientEKU: false, PrivateKeyExportable: false },
  ],
  ['zero is not absent', '-New -Type Default -KeySize 0', { New: true, Type: ['Default'], KeySize: 0 }],
  ['RSA given is not absent', '-New -Type Default -KeyAlg RSA', { New: true, Type: ['Default'], KeyAlg: 'RSA' }],
  [
    'null counts as absent for every optional parameter',
    '-New -Type Default -CA $null -ClientEKU $null -ComputerFqdn $null -GlobalCatalog $null -KeyAlg $null -KeySize $null -Output $null -PrivateKeyExportable $null -Report $null -City $null',
    { New: true, Type: ['Default'] },
  ],
  [
    'an empty string counts as absent for every optional parameter',
    '-New -Type Default -CA "" -ClientEKU "" -ComputerFqdn "" -GlobalCatalog "" -KeyAlg "" -KeySize "" -Output "" -PrivateKeyExportable "" -Report "" -City ""',
    { New: true, Type: ['Default'] },
  ],
  [
    'switches arrive as given',
    '-New -Type Default -AllSipDomain -Force:$false',
    { New: true, Type: ['Default'], AllSipDomain: true, Force: false },
  ],
  [
    'text of any script arrives unharmed',
    '-New -Type Default -City "Zürich 東京 🙂 `"x`" \\"',
    { New: true, Type: ['Default'], City: 'Zürich 東京 🙂 "x" \\' },
  ],
  [
    '-WhatIf, -Confirm and the common parameters stay in PowerShell',
    '-New -Type Default -Confirm:$false -WhatIf:$false -ErrorAction Stop -OutVariable o',
    { New: true, Type: ['Default'] },
  ],
  ['-RequestId goes with -List', '-List -RequestId 7', { List: true, RequestId: 7 }],
  ['-RequestId goes with -Retrieve', '-Retrieve -RequestId 7', { Retrieve: true, RequestId: 7 }],
  [
    'the documentation\u2019s cure of a revoked request binds',
    '\u2013Clear \u2013RequestID 224',
    { Clear: true, RequestId: 224 },
  ],
  ['a negative number is a RequestId, too', '-Clear -RequestId -3', { Clear: true, RequestId: -3 }],
  ['a RequestId of null clears as if none was given', '-Clear -RequestId $null', { Clear: true }],
];

const SETS = { New: 'ByNew', List: 'ByList', Retrieve: 'ByRetrieve', Clear: 'ByClear' };

function setOf(parameters: Readonly<Record<string, unknown>>): string | undefined {
  return Object.entries(SETS).find(([name]) => name in parameters)?.[1];
}

describeCases('The engine gets what was bound', [
  ...BOUND.map(
    ([rule, args, parameters]): Case => ({
      rule,
      script: `(Request-CsCertificate ${args}).NextStep`,
      check: received((call) => {
        assert.deepEqual(call.parameters, parameters);
        assert.equal(call.parameterSet, setOf(parameters));
      }),
    }),
  ),
  {
    rule: 'a splatted hashtable binds like named parameters',
    script: `$p = @{ New = $true; Type = 'Default', 'WebServicesExternal'; ComputerFqdn = $null; PrivateKeyExportable = $true }; (Request-CsCertificate @p).NextStep`,
    check: received(({ parameters }) =>
      assert.deepEqual(parameters, { New: true, Type: ['Default', 'WebServicesExternal'], PrivateKeyExportable: true }),
    ),
  },
  {
    rule: 'values of the .NET types bind as they are',
    script: `(Request-CsCertificate -New -Type ([Microsoft.Rtc.Management.Deployment.CertType]::Internal) -ComputerFqdn ([Microsoft.Rtc.Management.Deploy.Fqdn]'a.contoso.com')).NextStep`,
    check: received(({ parameters }) =>
      assert.deepEqual(parameters, { New: true, Type: ['Internal'], ComputerFqdn: 'a.contoso.com' }),
    ),
  },
  {
    rule: 'the context says who calls from where, as what and how',
    script: `lync\\request-cscertificate -List | ForEach-Object { $_.NextStep }; [Environment]::MachineName; $PID; [IO.Path]::GetTempPath(); $ExecutionContext.SessionState.Path.CurrentFileSystemLocation.ProviderPath; [cultureinfo]::CurrentCulture.Name; [Environment]::UserName`,
    check: ({ output: [call = '', computer, pid, temporaryFolder, location, culture, user] }) =>
      assert.deepEqual(JSON.parse(call).context, {
        command: 'request-cscertificate',
        location,
        culture,
        interactive: false,
        whatIf: false,
        confirm: false,
        unprompted: false,
        verbose: false,
        user,
        computer,
        processId: Number(pid),
        temporaryFolder,
      }),
  },
  {
    rule: 'an alias is not the name of the command',
    script: `Set-Alias rcc Request-CsCertificate; (rcc -List).NextStep`,
    check: received(({ context }) => assert.equal(context['command'], 'Request-CsCertificate')),
  },
  {
    rule: 'a path arrives as typed and as resolved from the current location',
    script: `Set-Location ([IO.Path]::GetTempPath()); (Request-CsCertificate -New -Type Default -Output sub/x.req -Report Env:y).NextStep`,
    check: received(({ parameters: { Output, Report }, context }) => {
      assert.deepEqual(Output, {
        given: 'sub/x.req',
        path: `${context['location']}/sub/x.req`,
        provider: 'FileSystem',
      });
      assert.deepEqual(Report, { given: 'Env:y', path: 'y', provider: 'Environment' });
    }),
  },
]);

/** Calls that the binder refuses: nothing is sent. */
const REFUSED: readonly (readonly [string, string, string])[] = [
  ['no switch at all', '', 'AmbiguousParameterSet'],
  ['two switches', '-New -Type Default -List', 'AmbiguousParameterSet'],
  ['a parameter of another set', '-List -Type Default', 'AmbiguousParameterSet'],
  ['-RequestId with -New', '-New -Type Default -RequestId 5', 'AmbiguousParameterSet'],
  ['-New without -Type', '-New', 'MissingMandatoryParameter'],
  ['an unknown parameter', '-New -Type Default -Subject x', 'NamedParameterNotFound'],
  ['an ambiguous abbreviation', '-New -Type Default -C x', 'AmbiguousParameter'],
  ['an unknown type', '-New -Type Nonsense', 'CannotConvertArgumentNoMessage'],
  ['an unknown key algorithm', '-New -Type Default -KeyAlg DSA', 'CannotConvertArgumentNoMessage'],
  ['no type', '-New -Type $null', 'ParameterArgumentValidationErrorNullNotAllowed'],
  ['a text for a number', '-New -Type Default -KeySize big', 'CannotConvertArgumentNoMessage'],
  ['a text for a Boolean', '-New -Type Default -ClientEKU "yes"', 'CannotConvertArgument'],
  ['a Boolean without a value', '-New -Type Default -ClientEKU', 'MissingArgument'],
  ['no host name', '-New -Type Default -ComputerFqdn "not a host"', 'CannotConvertArgumentNoMessage'],
  ['a list where one text is expected', '-New -Type Default -DomainName a,b', 'CannotConvertArgument'],
  ['a positional argument', '-New Default', 'PositionalParameterNotFound'],
];

describeCases('The binder itself refuses', [
  ...REFUSED.map(
    ([rule, args, id]): Case => ({
      rule,
      script: `Request-CsCertificate ${args}`,
      check: throws({ id: `${id},${CMDLET}` }),
    }),
  ),
  {
    rule: 'pipeline input',
    script: `5 | Request-CsCertificate -List`,
    check: writes('error: InputObjectNotBound'),
  },
]);

describeCases('The cmdlet refuses before the engine is asked', [
  {
    rule: 'a choosing switch that is turned off: -Clear:$false must not clear',
    script: 'Request-CsCertificate -Clear:$false',
    check: throws({ id: `NothingSelected,${CMDLET}`, type: 'System.ArgumentException' }),
  },
  {
    rule: 'half a character',
    script: `Request-CsCertificate -New -Type Default -City ('x' + [char]0xd83d)`,
    check: throws({ id: `InvalidText,${CMDLET}`, type: 'System.ArgumentException' }),
  },
  {
    rule: 'more than a line may hold',
    script: `Request-CsCertificate -New -Type Default -City ('x' * 5000000)`,
    check: throws({ id: `CallTooLarge,${CMDLET}`, type: 'System.ArgumentException' }),
  },
  {
    rule: 'a path on a drive that does not exist',
    script: `Request-CsCertificate -New -Type Default -Output Nowhere:\\x.req`,
    check: throws({ id: `DriveNotFound,${CMDLET}`, category: 'ObjectNotFound' }),
  },
]);
