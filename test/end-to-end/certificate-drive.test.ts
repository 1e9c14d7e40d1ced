import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { powerShellKind } from '../powershell/run-powershell.ts';
import { makePlace } from './harness/place.ts';
import { type ProbedScript, runProbes, sayings } from './harness/probe.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;
/** The console host loads the drive when a path names it, as Windows does; a full pwsh has it from the import on. */
const COMES_BY_ITSELF = powerShellKind() === 'host';
const PROVIDER = String.raw`Microsoft.PowerShell.Security\Certificate`;

describe('the drive Cert:', { skip: process.platform === 'win32' && 'Windows has a drive of its own' }, () => {
  const place = makePlace();
  let script: ProbedScript;
  const said = (name: string) => {
    assert.equal(script.of(name).failure, null, JSON.stringify(script.of(name).failure));
    return sayings(script.of(name));
  };

  before(async () => {
    script = await runProbes(
      place,
      `
${COMES_BY_ITSELF ? '' : 'Import-Module Lync'}
Probe first { Get-ChildItem Cert:\\LocalMachine\\My | ForEach-Object { 'nothing yet' }; (Get-PSDrive Cert).Provider.ToString() }
$issued = Request-CsCertificate -New -Type Default -CA '${CA}' -FriendlyName 'Pool certificate' -PrivateKeyExportable $true 6>$null
$web = Request-CsCertificate -New -Type WebServicesInternal -CA '${CA}' -FriendlyName 'Web certificate' 6>$null
$null = Request-CsCertificate -New -Type Default -Output waiting.req -FriendlyName 'Waiting' 6>$null
Probe layout { (Get-ChildItem Cert:\\ -Recurse).PSPath }
Probe names { Get-ChildItem cert:/localmachine -Name }
$cert = Get-ChildItem Cert:\\LocalMachine\\My | Where-Object FriendlyName -eq 'pool certificate'
Probe object {
    $cert.GetType().FullName
    $cert.Thumbprint -eq $issued.Thumbprint
    $cert.FriendlyName
    $cert.HasPrivateKey
    $cert.Subject
    $cert.PSParentPath
    $cert.PSParentPath -replace 'Microsoft.PowerShell.Security\\\\Certificate::'
    $cert.PSChildName -eq $issued.Thumbprint
    $cert.DnsNameList.Unicode -join ' '
    $cert.DnsNameList.Punycode -join ' '
    $cert.EnhancedKeyUsageList.FriendlyName
    $cert.EnhancedKeyUsageList.ObjectId
    $cert.PublicKey.Key.KeySize
    $cert.PrivateKey.KeySize
    $cert.PrivateKey.CspKeyContainerInfo.Exportable
}
Probe extensions {
    $name = $cert.Extensions | Where-Object { $_.Oid.FriendlyName -eq 'Subject Alternative Name' }
    $name.Format(0)
    $name.Format(1) -replace "\`r\`n", '<CRLF>'
    ($cert.Extensions | Where-Object { $_.Oid.Value -eq '2.5.29.37' }).Format($false)
    ($cert.Extensions | Where-Object { $_.Oid.FriendlyName -match 'key usage' -and $_.Oid.Value -eq '2.5.29.15' }).Format($false)
    ($cert.Extensions | Where-Object { $_.Oid.FriendlyName -match 'Certificate Template' }).Format(0)
    $cert.Extensions['2.5.29.35'].Format($false) -match '^KeyID=[0-9a-f]{40}$'
}
Probe paths {
    (Get-Item "Cert:\\LocalMachine\\My\\$($cert.Thumbprint)").FriendlyName
    (Get-Item "cert:/LOCALMACHINE/my/$($cert.Thumbprint.ToLower())").FriendlyName
    (Get-Item "Cert:\\LocalMachine\\My\\$($cert.Thumbprint.Substring(0, 6))*").FriendlyName
    (Get-Item $cert.PSPath).FriendlyName
    ($cert | Get-Item).FriendlyName
    Test-Path $cert.PSPath
    Test-Path Cert:\\LocalMachine\\My -PathType Container
    Test-Path $cert.PSPath -PathType Leaf
    Test-Path Cert:\\LocalMachine\\Nowhere
    Test-Path "Cert:\\LocalMachine\\Root\\$($cert.Thumbprint)"
    (Resolve-Path Cert:\\LocalMachine\\M*).ProviderPath -replace '/', '\\'
    Split-Path $cert.PSPath -Leaf | ForEach-Object { $_ -eq $cert.Thumbprint }
}
Probe location {
    Push-Location Cert:\\LocalMachine\\My
    (Get-ChildItem).Count
    (Get-Item ".\\$($cert.Thumbprint)").FriendlyName
    (Get-Item $cert.Thumbprint).FriendlyName
    Set-Location ..
    Test-Path Root
    Set-Location cert:\\
    (Get-ChildItem).Location
    Pop-Location
    (Get-Location).Provider.Name
}
Probe absent { Get-Item "Cert:\\LocalMachine\\My\\$('0' * 40)" -ErrorAction Stop }
Probe filters {
    (Get-ChildItem Cert:\\LocalMachine\\My -DnsName pool1.*).Count
    (Get-ChildItem Cert:\\LocalMachine\\My -DnsName POOL1INT.litwareinc.com).FriendlyName
    @(Get-ChildItem Cert:\\LocalMachine\\My -Eku 'Server Auth*').Count
    @(Get-ChildItem Cert:\\ -Recurse -Eku 1.3.6.1.5.5.7.3.2).Count
    @(Get-ChildItem Cert:\\LocalMachine\\My -SSLServerAuthentication).Count
    @(Get-ChildItem Cert:\\LocalMachine\\My -CodeSigningCert).Count
    @(Get-ChildItem Cert:\\LocalMachine\\My -ExpiringInDays 30).Count
    @(Get-ChildItem Cert:\\LocalMachine\\My -ExpiringInDays 800).Count
}
Probe shown { (Get-ChildItem Cert:\\LocalMachine\\My | Out-String -Width 200).Trim() -split '\\r?\\n' }
Probe rename {
    $cert.FriendlyName = 'Renamed'
    $cert.FriendlyName
    (Get-Item $cert.PSPath).FriendlyName
    (Get-ChildItem CsCert:\\LocalMachine\\My | Where-Object Thumbprint -eq $cert.Thumbprint).FriendlyName
    try { $cert.FriendlyName = 'x' * 40000 } catch { $_.Exception.GetType().Name }
    (Get-Item $cert.PSPath).FriendlyName
    try { $cert.FriendlyName = "Two\`nlines" } catch { $_.Exception.InnerException.Message }
    (Get-Item $cert.PSPath).FriendlyName
}
Probe 'rename to other values' {
    $cert.FriendlyName = 'piped' | Write-Output
    (Get-Item $cert.PSPath).FriendlyName
    $cert.FriendlyName = [datetime]'2026-12-31'
    (Get-Item $cert.PSPath).FriendlyName
    $cert.FriendlyName = 'Pool', 2026
    (Get-Item $cert.PSPath).FriendlyName
    $cert.FriendlyName = $null
    (Get-Item $cert.PSPath).FriendlyName -eq ''
    $cert.FriendlyName = 'Renamed'
}
Probe tools {
    (Get-ChildItem Cert:\\LocalMachine\\My | Sort-Object FriendlyName -Descending | Select-Object FriendlyName, HasPrivateKey | ConvertTo-Csv) -join '|'
    (Get-ChildItem Cert:\\LocalMachine\\My | Select-Object -ExpandProperty FriendlyName) -join '|'
}
Probe parallel {
    $cert | ForEach-Object -Parallel { $_.FriendlyName = 'Renamed elsewhere' }
    (Get-Item $cert.PSPath).FriendlyName
    $cert.FriendlyName = 'Renamed'
    1..2 | ForEach-Object -Parallel { Import-Module Lync; (Get-ChildItem Cert:\\LocalMachine\\My).Count }
}
Probe move {
    $thumbprint = $web.Thumbprint
    Move-Item "Cert:\\LocalMachine\\My\\$thumbprint" Cert:\\LocalMachine\\CA
    Test-Path "Cert:\\LocalMachine\\My\\$thumbprint"
    $moved = Get-Item "Cert:\\LocalMachine\\CA\\$thumbprint"
    "$($moved.FriendlyName) $($moved.HasPrivateKey)"
    Move-Item "Cert:\\LocalMachine\\CA\\$thumbprint" Cert:\\LocalMachine\\My
    @(Get-ChildItem Cert:\\LocalMachine\\CA).Count
    $back = Get-Item "Cert:\\LocalMachine\\My\\$thumbprint"
    "$($back.FriendlyName) $($back.HasPrivateKey)"
}
Probe 'not moved' {
    Move-Item $cert.PSPath Cert:\\LocalMachine\\My
    Move-Item $cert.PSPath Cert:\\CurrentUser\\Root
    Move-Item $cert.PSPath Cert:\\LocalMachine\\REQUEST
    Move-Item Cert:\\LocalMachine\\My Cert:\\LocalMachine\\Root
    Move-Item (Get-ChildItem Cert:\\LocalMachine\\REQUEST).PSPath Cert:\\LocalMachine\\My
}
Probe 'what if' { Remove-Item $cert.PSPath -WhatIf; Test-Path $cert.PSPath }
Probe remove {
    $cert | Remove-Item
    Test-Path $cert.PSPath
    $again = Get-ChildItem Cert:\\LocalMachine\\My
    $again.FriendlyName
    Remove-Item "Cert:\\LocalMachine\\My\\$($again.Thumbprint)" -DeleteKey
    @(Get-ChildItem Cert:\\LocalMachine\\My).Count
}
Probe container { Remove-Item Cert:\\LocalMachine\\My -Recurse }
Probe create { New-Item Cert:\\LocalMachine\\Other -ErrorAction Stop }
Probe request {
    $waiting = Get-ChildItem Cert:\\LocalMachine\\REQUEST
    $waiting.FriendlyName
    $waiting.HasPrivateKey
    $waiting.PSParentPath
    @(Request-CsCertificate -List).Count
    $waiting | Remove-Item
    @(Get-ChildItem Cert:\\LocalMachine\\REQUEST).Count
    @(Request-CsCertificate -List).Count
}
Probe removed {
    Import-Module Lync -Force
    Remove-Module Lync
    @(Get-PSDrive | Where-Object Name -like '*Cert').Count
    ${COMES_BY_ITSELF ? '(Get-ChildItem Cert:\\LocalMachine\\Root).Subject' : ''}
    (Get-Command ConvertTo-SecureString).Source
    Import-Module SkypeForBusiness
    (Get-PSDrive | Where-Object Name -like '*Cert').Name
    (Get-ChildItem Cert:\\LocalMachine\\Root).Subject
}
`,
    );
  });
  after(() => place[Symbol.dispose]());

  test('is there before any cmdlet of ours ran where the host brings it, and empty without a store', () =>
    assert.deepEqual(said('first'), [PROVIDER]));

  test('has the locations and stores of every Windows; only those that the product uses have certificates', () => {
    const paths = said('layout').map((path) => path.replace(/[0-9A-F]{40}/, 'THUMBPRINT'));
    const stores = [
      'AuthRoot',
      'CA',
      'Disallowed',
      'My',
      'REQUEST',
      'Root',
      'Trust',
      'TrustedPeople',
      'TrustedPublisher',
    ];
    const held: Readonly<Record<string, number>> = { My: 2, REQUEST: 1, Root: 1 };
    assert.deepEqual(paths, [
      `${PROVIDER}::CurrentUser`,
      ...stores.map((name) => `${PROVIDER}::CurrentUser\\${name}`),
      `${PROVIDER}::LocalMachine`,
      ...stores.flatMap((name) => {
        const store = `${PROVIDER}::LocalMachine\\${name}`;
        return [store, ...Array.from({ length: held[name] ?? 0 }, () => `${store}\\THUMBPRINT`)];
      }),
    ]);
    assert.deepEqual(said('names'), stores);
  });

  test('an item is the X509Certificate2 of .NET, with what only Windows has', () =>
    assert.deepEqual(said('object'), [
      'System.Security.Cryptography.X509Certificates.X509Certificate2',
      'True',
      'Pool certificate',
      'True',
      'CN=pool1.litwareinc.com',
      `${PROVIDER}::LocalMachine\\My`,
      'LocalMachine\\My',
      'True',
      'pool1.litwareinc.com atl-cs-001.litwareinc.com',
      'pool1.litwareinc.com atl-cs-001.litwareinc.com',
      'Server Authentication',
      '1.3.6.1.5.5.7.3.1',
      '2048',
      '2048',
      'True',
    ]));

  test('extensions have the names and texts of Windows', () =>
    assert.deepEqual(said('extensions'), [
      'DNS Name=pool1.litwareinc.com, DNS Name=atl-cs-001.litwareinc.com',
      'DNS Name=pool1.litwareinc.com<CRLF>DNS Name=atl-cs-001.litwareinc.com<CRLF>',
      'Server Authentication (1.3.6.1.5.5.7.3.1)',
      'Digital Signature, Key Encipherment (a0)',
      'WebServer',
      'True',
    ]));

  test('paths are taken in any case, with either slash, with wildcards, by PSPath and from the pipeline', () => {
    const found = Array.from({ length: 5 }, () => 'Pool certificate');
    const tests = ['True', 'True', 'True', 'False', 'False'];
    assert.deepEqual(said('paths'), [...found, ...tests, '\\LocalMachine\\My', 'True']);
  });

  test('it can be the current location', () =>
    assert.deepEqual(said('location'), [
      '2',
      'Pool certificate',
      'Pool certificate',
      'True',
      'CurrentUser',
      'LocalMachine',
      'FileSystem',
    ]));

  test('a thumbprint that is not there is the usual error', () => {
    const { failure } = script.of('absent');
    assert.equal(failure?.exceptionType, 'System.Management.Automation.ItemNotFoundException');
    assert.match(failure.message, /^Cannot find path '.*0{40}' because it does not exist\.$/);
    assert.equal(failure.id, 'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand');
  });

  test('Get-ChildItem has the filters of Windows', () =>
    assert.deepEqual(said('filters'), ['2', 'Web certificate', '2', '0', '2', '0', '0', '2']));

  test('the view is that of PowerShell: by store, thumbprint and subject', () => {
    const [group, , header, , row] = said('shown');
    assert.equal(group, `PSParentPath: ${PROVIDER}::LocalMachine\\My`);
    assert.match(header ?? '', /^Thumbprint +Subject +EnhancedKeyUsageList$/);
    assert.match(row ?? '', /^[0-9A-F]{40} +CN=pool1\.litwareinc\S* +Server Authentication$/);
  });

  test('a friendly name that is set goes to the store; one that is too long or has several lines is refused', () => {
    const [set, read, other, refused, after, twoLines, stays] = said('rename');
    assert.deepEqual([set, read, other], ['Renamed', 'Renamed', 'Renamed']);
    assert.equal(refused, 'SetValueInvocationException');
    assert.match(twoLines ?? '', /^The value of -FriendlyName contains a line break/);
    assert.deepEqual([after, stays], ['Renamed', 'Renamed']);
  });

  test('a friendly name is set to what PowerShell makes a text of', () =>
    assert.deepEqual(said('rename to other values'), ['piped', '12/31/2026 00:00:00', 'Pool 2026', 'True']));

  test('sorting, selecting and CSV see the same values', () =>
    assert.deepEqual(said('tools'), [
      '"FriendlyName","HasPrivateKey"|"Web certificate","True"|"Renamed","True"',
      'Renamed|Web certificate',
    ]));

  test('a parallel runspace has the drive and its certificates too', () =>
    assert.deepEqual(said('parallel'), ['Renamed elsewhere', '2', '2']));

  test('Move-Item takes a certificate to another store, with its name and key', () =>
    assert.deepEqual(said('move'), ['False', 'Web certificate True', '0', 'Web certificate True']));

  test('Move-Item refuses what Windows refuses, in its words, and a request', () => {
    const messages = script
      .of('not moved')
      .records.map((record) => (record.stream === 'error' ? record.error.message : ''));
    assert.deepEqual(messages.slice(0, 4), [
      'You cannot move a certificate to the same store. ',
      'You cannot move a certificate from user store to or from machine. ',
      'The destination is not a valid store. ',
      'You cannot move a certificate container. ',
    ]);
    assert.match(messages[4] ?? '', /stands for a certificate request that waits, and cannot be moved\.$/);
  });

  test('Remove-Item -WhatIf only says what it would do', () => {
    assert.deepEqual(said('what if'), ['True']);
    assert.match(
      script.stdout,
      /What if: Performing the operation "Remove certificate" on target "Item: LocalMachine\\My\\[0-9A-F]{40} "\./,
    );
  });

  test('Remove-Item takes a certificate away, by pipeline and by path', () =>
    assert.deepEqual(said('remove'), ['False', 'Web certificate', '0']));

  test('a store is not removed, and none is made', () => {
    const [record] = script.of('container').records;
    assert.ok(record?.stream === 'error');
    assert.equal(record.error.message, 'You cannot remove a certificate container. ');
    assert.equal(script.of('create').failure?.exceptionType, 'System.Management.Automation.PSNotSupportedException');
  });

  test('a waiting request stands in REQUEST, and is cleared by removing it there', () =>
    assert.deepEqual(said('request'), ['Waiting', 'True', `${PROVIDER}::LocalMachine\\REQUEST`, '1', '0', '0']));

  test('it goes with the module, and comes back with the next path that names it, or with either module', () =>
    assert.deepEqual(said('removed'), [
      '0',
      ...(COMES_BY_ITSELF ? ['CN=myca, DC=litwareinc, DC=com'] : []),
      'Microsoft.PowerShell.Security',
      'Cert',
      'CsCert',
      'CN=myca, DC=litwareinc, DC=com',
    ]));
});
