import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makePlace } from './harness/place.ts';
import { type ProbedScript, runProbes, sayings } from './harness/probe.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;
const X509 = 'System.Security.Cryptography.X509Certificates';
/** `name` is an expression of PowerShell. */
const STORE = (name: string) => `(New-Object ${X509}.X509Store(${name}, 'LocalMachine'))`;

describe('the classes of .NET for certificates', { skip: process.platform === 'win32' && 'they work there' }, () => {
  const place = makePlace();
  let script: ProbedScript;
  const said = (name: string) => {
    assert.equal(script.of(name).failure, null, JSON.stringify(script.of(name).failure));
    return sayings(script.of(name));
  };
  const failure = (name: string) => {
    const { failure } = script.of(name);
    assert.ok(failure !== null, name);
    return failure.message;
  };

  before(async () => {
    script = await runProbes(
      place,
      `
Import-Module Lync
$issued = Request-CsCertificate -New -Type Default -CA '${CA}' -FriendlyName 'Pool' -PrivateKeyExportable $true 6>$null
$locked = Request-CsCertificate -New -Type WebServicesInternal -CA '${CA}' -FriendlyName 'Locked' 6>$null
$null = Request-CsCertificate -New -Type Default -Output waiting.req 6>$null
Probe stores {
    foreach ($name in 'My', 'ROOT', 'ca', 'REQUEST', 'TrustedPeople') {
        $store = ${STORE('$name')}
        $store.Open('ReadOnly')
        "$name $($store.Certificates.Count)"
        $store.Close()
    }
    $store = ${STORE("'My'")}
    "$($store.Certificates.Count) before it is open"
    $store.Open('ReadOnly')
    $store.Certificates.GetType().Name
    $store.Certificates[0].FriendlyName
    $store.Close()
    "$($store.Certificates.Count) after it is closed"
}
Probe find {
    $store = ${STORE("'My'")}
    $store.Open('ReadOnly')
    $found = $store.Certificates.Find('FindBySubjectName', 'pool1.litwareinc.com', $false)
    "$($found.GetType().Name) $($found.Count) $($found.FriendlyName) $($found.HasPrivateKey)"
    $store.Certificates.Find([${X509}.X509FindType]::FindByThumbprint, '00', $false).Count
}
Probe computers {
    foreach ($name in '\\\\atl-cs-001\\My', 'ATL-CS-001.litwareinc.com\\my', '\\\\localhost\\My', '\\\\.\\My') {
        $store = ${STORE('$name')}
        $store.Open('ReadOnly')
        $store.Certificates.Count
    }
}
$other = ${STORE("'\\\\atl-cs-002\\My'")}
Probe other { $other.Open('ReadOnly') }
Probe caught { try { $other.Open('ReadOnly') } catch { $_.Exception.GetBaseException().GetType().Name } }
Probe nowhere { $store = ${STORE("'Nowhere'")}; $store.Open('ReadOnly') }
Probe closed { $store = ${STORE("'My'")}; $store.Add((Get-Item Cert:\\LocalMachine\\Root\\*)) }
Probe reading { $store = ${STORE("'My'")}; $store.Open('ReadOnly'); $store.Remove((Get-Item Cert:\\LocalMachine\\My\\$($issued.Thumbprint))) }
Probe requests { $store = ${STORE("'REQUEST'")}; $store.Open('ReadWrite'); $store.Add((Get-Item Cert:\\LocalMachine\\Root\\*)) }
Probe changes {
    $root = Get-Item Cert:\\LocalMachine\\Root\\*
    $store = ${STORE("'CA'")}
    $store.Open('MaxAllowed')
    $store.Add($root)
    Test-Path "Cert:\\LocalMachine\\CA\\$($root.Thumbprint)"
    $store.Remove($root)
    $store.Remove($root)
    Test-Path "Cert:\\LocalMachine\\CA\\$($root.Thumbprint)"
    $store.AddRange($store.Certificates)
    $store.RemoveRange($store.Certificates)
    $store.Certificates.Count
}
Probe export {
    $item = Get-Item "Cert:\\LocalMachine\\My\\$($issued.Thumbprint)"
    $bytes = $item.Export([${X509}.X509ContentType]::Pfx, (ConvertTo-SecureString pw -AsPlainText -Force))
    $bytes.GetType().Name
    $file = New-Object ${X509}.X509Certificate2
    $file.Import($bytes, 'pw', 'Exportable')
    "$($file.Thumbprint -eq $issued.Thumbprint) $($file.HasPrivateKey)"
    $file.Import($item.Export('Cert'))
    "$($file.Thumbprint -eq $issued.Thumbprint) $($file.HasPrivateKey)"
}
Probe locked { (Get-Item "Cert:\\LocalMachine\\My\\$($locked.Thumbprint)").Export('Pfx', 'pw') }
Probe file {
    $item = Get-Item "Cert:\\LocalMachine\\My\\$($issued.Thumbprint)"
    $null = New-Item C:\\Files -ItemType Directory
    Export-PfxCertificate -Cert $item -FilePath C:\\Files\\Pool.pfx -Password (ConvertTo-SecureString pw -AsPlainText -Force) | Out-Null
    $file = New-Object ${X509}.X509Certificate2
    $file.Import('c:\\files\\POOL.pfx', 'pw', [${X509}.X509KeyStorageFlags]::MachineKeySet)
    $file.Subject
    $file.NotAfter -eq $item.NotAfter
}
Probe password { $file = New-Object ${X509}.X509Certificate2; $file.Import('C:\\Files\\Pool.pfx', 'wrong', 'DefaultKeySet') }
Probe item {
    $store = Get-Item Cert:\\LocalMachine\\ROOT
    "$($store.GetType().Name) $($store.Name) $($store.Location) $($store.PSChildName)"
    ($store | Out-String).Trim()
    $store.Open('ReadWrite')
    $store.Add($store.Certificates[0])
    $store.Certificates.Count
    $store.Close()
    (Get-ChildItem Cert:\\LocalMachine | Where-Object Name -eq 'my').Location
}
Probe verify {
    $item = Get-Item "Cert:\\LocalMachine\\My\\$($issued.Thumbprint)"
    $item.Verify()
    (New-Object ${X509}.X509Certificate2 (, $item.RawData)).Verify()
    (New-SelfSignedCertificate -DnsName laboratory -CertStoreLocation Cert:\\LocalMachine\\My).Verify()
    Import-Module CsEmulator
    $null = Revoke-CsEmulatedRequest -RequestId (Get-CsEmulatedRequest | Where-Object Thumbprint -eq $issued.Thumbprint).RequestId -Confirm:$false
    $item.Verify()
    $other = Get-Item "Cert:\\LocalMachine\\My\\$($locked.Thumbprint)"
    $other.Verify()
    Get-Item Cert:\\LocalMachine\\Root\\* | Remove-Item
    $other.Verify()
}
Probe missing { $file = New-Object ${X509}.X509Certificate2; $file.Import('C:\\Files\\None.pfx') }
`,
    );
  });
  after(() => place[Symbol.dispose]());

  test('a store of LocalMachine is the engine’s: every name of Windows, in any case, open or not', () =>
    assert.deepEqual(said('stores'), [
      'My 2',
      'ROOT 1',
      'ca 0',
      'REQUEST 1',
      'TrustedPeople 0',
      '0 before it is open',
      'X509Certificate2Collection',
      'Pool',
      '0 after it is closed',
    ]));

  test('what Find finds are the same objects, with name and key', () =>
    assert.deepEqual(said('find'), ['X509Certificate2Collection 2 Pool Locked True True', '0']));

  test('a store is opened by any name of this computer, and of no other', () => {
    assert.deepEqual(said('computers'), ['2', '2', '2', '2']);
    assert.match(failure('other'), /"Open" with "1" argument\(s\): "The network path was not found: .*"atl-cs-002"/);
    assert.deepEqual(said('caught'), ['CryptographicException']);
  });

  test('what is refused', () => {
    assert.match(failure('nowhere'), /The system cannot find the store/);
    assert.match(failure('closed'), /has not been opened/);
    assert.match(failure('reading'), /Access is denied/);
    assert.match(failure('requests'), /Only the stores My, CA and Root/);
    assert.match(failure('locked'), /not exportable/);
  });

  test('certificates are added and removed; one that is not there is no error', () =>
    assert.deepEqual(said('changes'), ['True', 'False', '0']));

  test('a store of the drive is a store of .NET, which opens that of the engine', () =>
    assert.deepEqual(said('item'), ['X509Store Root LocalMachine Root', 'Name : Root', '1', 'LocalMachine']));

  test('Verify asks for the roots of the computer that is played, and for what its CA has revoked', () =>
    assert.deepEqual(said('verify'), ['True', 'True', 'False', 'False', 'True', 'False']));

  test('Export gives the private key with the certificate, and Import reads both from bytes', () =>
    assert.deepEqual(said('export'), ['Byte[]', 'True True', 'True False']));

  test('Import finds a file on a Windows drive, in any case', () =>
    assert.deepEqual(said('file'), ['CN=pool1.litwareinc.com', 'True']));

  test('Import of a file that cannot be read is an error of the method', () => {
    assert.match(failure('password'), /"Import" with "3" argument\(s\): .*password/);
    assert.match(failure('missing'), /"Import" with "1" argument\(s\): /);
  });
});
