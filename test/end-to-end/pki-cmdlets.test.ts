import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { verifier } from '../interop/programs.ts';
import { makePlace } from './harness/place.ts';
import { type ProbedScript, runProbes, sayings } from './harness/probe.ts';
import { PKI_REFUSALS } from './pki-refusals.ts';

const program = verifier('openssl');
const CA = String.raw`atl-ca-001.litwareinc.com\myca`;

describe('the module PKI', {
  skip: process.platform === 'win32' ? 'Windows has a module of its own' : program.skip,
}, () => {
  const place = makePlace();
  let script: ProbedScript;
  const said = (name: string) => {
    assert.equal(script.of(name).failure, null, JSON.stringify(script.of(name).failure));
    return sayings(script.of(name));
  };
  const failureOf = (name: string) => script.of(name).failure ?? assert.fail(`${name} did not fail`);
  const openssl = (...args: string[]) => program.run(args, { cwd: place.work });

  before(async () => {
    const key = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'k.pem', '-subj', '/CN=edge.contoso.com'];
    await openssl(...key, '-out', 'edge.pem');
    await openssl(
      'pkcs12',
      '-export',
      '-in',
      'edge.pem',
      '-inkey',
      'k.pem',
      '-out',
      'edge.pfx',
      '-passout',
      'pass:s3cret!',
      '-name',
      'Edge',
    );
    const old = ['-legacy', '-passout', 'pass:s3cret!', '-name', 'Old'];
    await openssl('pkcs12', '-export', '-in', 'edge.pem', '-inkey', 'k.pem', '-out', 'old.pfx', ...old);
    script = await runProbes(
      place,
      `
$password = ConvertTo-SecureString 's3cret!' -AsPlainText -Force
$exportable = Request-CsCertificate -New -Type Default -CA '${CA}' -FriendlyName Pool -PrivateKeyExportable $true 6>$null
$kept = Request-CsCertificate -New -Type Default -CA '${CA}' -FriendlyName Kept 6>$null
$path = "Cert:\\LocalMachine\\My\\$($exportable.Thumbprint)"
Probe 'export pfx' {
    $file = Export-PfxCertificate -Cert $path -FilePath pool.pfx -Password $password
    $file.GetType().FullName
    $file.Name
    Get-Item $path | Export-PfxCertificate -FilePath alone.pfx -Password $password -ChainOption EndEntityCertOnly | ForEach-Object Name
    Get-ChildItem Cert:\\LocalMachine\\My | Where-Object FriendlyName -eq Pool | Export-PfxCertificate -FilePath C:\\certs.pfx -Password $password | ForEach-Object Name
    Test-Path C:\\certs.pfx
}
Probe 'not exportable' { Export-PfxCertificate -Cert "Cert:\\LocalMachine\\My\\$($kept.Thumbprint)" -FilePath kept.pfx -Password $password }
Probe 'no password' { Export-PfxCertificate -Cert $path -FilePath none.pfx }
Probe 'no key' { Export-PfxCertificate -Cert (Get-ChildItem Cert:\\LocalMachine\\Root)[0] -FilePath root.pfx -Password $password }
Probe 'no such certificate' { Export-Certificate -Cert "Cert:\\LocalMachine\\My\\$('0' * 40)" -FilePath none.cer }
Probe 'no drive' { Export-Certificate -Cert ./pool.pfx -FilePath none.cer }
Probe 'what if' {
    Export-PfxCertificate -Cert $path -FilePath never.pfx -Password $password -WhatIf
    Import-PfxCertificate -FilePath edge.pfx -CertStoreLocation Cert:\\LocalMachine\\My -Password $password -WhatIf
    Test-Path never.pfx
    @(Get-ChildItem Cert:\\LocalMachine\\My).Count
}
Probe 'export cer' {
    (Export-Certificate -Cert $path -FilePath pool.cer).Name
    (Get-ChildItem Cert:\\LocalMachine\\My, Cert:\\LocalMachine\\Root | Export-Certificate -FilePath all.p7b -Type P7B).Name
}
Probe sst { Export-Certificate -Cert $path -FilePath pool.sst -Type SST }
Probe 'not replaced' { Export-Certificate -Cert $path -FilePath pool.cer -NoClobber }
Probe replaced { (Export-Certificate -Cert $path -FilePath pool.cer).Length -gt 500 }
Probe 'on a share' {
    (Export-PfxCertificate -Cert $path -FilePath \\\\fs01\\certs\\new\\pool.pfx -Password $password).Name
    (Export-Certificate -Cert $path -FilePath '\\\\atl-cs-001\\c$\\share.cer').Name
    Test-Path C:\\share.cer
    (Get-PfxData \\\\FS01\\certs\\new\\pool.pfx -Password $password).EndEntityCertificates.FriendlyName
    (Import-PfxCertificate \\\\fs01\\certs\\new\\pool.pfx Cert:\\LocalMachine\\My -Password $password).Thumbprint -eq $exportable.Thumbprint
}
Probe 'no share' { Export-Certificate -Cert $path -FilePath \\\\fs01\\pool.cer }
Probe 'in the module folder' { Export-Certificate -Cert $path -FilePath (Join-Path (Get-Module Lync).ModuleBase pool.cer) }
Probe 'no file system' { Export-Certificate -Cert $path -FilePath Env:\\pool }
Probe 'pfx data' {
    $before = @(Get-ChildItem Cert:\\LocalMachine\\My).Count
    $data = Get-Item pool.pfx | Get-PfxData -Password $password
    $data.GetType().FullName
    $data.EndEntityCertificates.GetType().Name
    $data.EndEntityCertificates.Subject
    $data.EndEntityCertificates.FriendlyName
    $data.EndEntityCertificates.HasPrivateKey
    $data.EndEntityCertificates.DnsNameList.Unicode -join ' '
    $data.OtherCertificates.Subject
    $data.OtherCertificates.HasPrivateKey
    @(Get-ChildItem Cert:\\LocalMachine\\My).Count -eq $before
    (Export-PfxCertificate -Cert (Get-PfxData edge.pfx -Password $password).EndEntityCertificates[0] -FilePath again.pfx -Password $password).Length -gt 500
}
Probe 'pfx data of old encryption' {
    $old = (Get-PfxData old.pfx -Password $password).EndEntityCertificates
    $old.Subject
    $old.FriendlyName
    $old.HasPrivateKey
}
Probe 'pfx data, no file' { Get-PfxData nothing.pfx -Password $password }
Probe 'pfx data of a cer' { Get-PfxData edge.pem }
Probe 'no folder' { Export-Certificate -Cert $path -FilePath C:\\Nowhere\\pool.cer }
Probe 'in place of a folder' { Export-Certificate -Cert $path -FilePath C:\\ }
mkfifo pipe.pfx
Set-Content empty.pfx '' -NoNewline
Set-Content junk.pfx 'not a file of certificates'
Probe 'look into' {
    $data = Get-PfxData -FilePath edge.pfx -Password $password
    $data.EndEntityCertificates.Subject
    $data.OtherCertificates.Count
}
Probe 'look with a wrong password' { Get-PfxData -FilePath edge.pfx -Password (ConvertTo-SecureString wrong -AsPlainText -Force) }
Probe 'look into a pipe' { Get-PfxData -FilePath pipe.pfx }
Probe 'look into nothing' { Get-PfxData -FilePath empty.pfx }
Probe 'look into junk' { Get-PfxData -FilePath junk.pfx }
Probe 'import pfx' {
    $edge = Import-PfxCertificate -FilePath ./edge.pfx -CertStoreLocation cert:\\localmachine\\my -Password $password
    $edge.GetType().FullName
    $edge.Subject
    $edge.FriendlyName
    $edge.HasPrivateKey
    $edge.PrivateKey.CspKeyContainerInfo.Exportable
    $edge.PSParentPath
    (Get-Item $edge.PSPath).Thumbprint -eq $edge.Thumbprint
    $edge | Remove-Item -WhatIf
    Remove-Item "Cert:\\LocalMachine\\My\\$($edge.Thumbprint)" -DeleteKey
    $edge = Get-Item edge.pfx | Import-PfxCertificate -CertStoreLocation Cert:\\LocalMachine\\My -Password $password -Exportable
    $edge.PrivateKey.CspKeyContainerInfo.Exportable
}
Probe 'wrong password' { Import-PfxCertificate edge.pfx Cert:\\LocalMachine\\My -Password (ConvertTo-SecureString wrong -AsPlainText -Force) }
Probe 'wrong cmdlet' { Import-Certificate edge.pfx Cert:\\LocalMachine\\My }
Probe 'wrong cmdlet for a cer' { Import-PfxCertificate edge.pem Cert:\\LocalMachine\\My }
Probe 'no file' { Import-Certificate nothing.cer Cert:\\LocalMachine\\My }
Probe 'no store' { Import-Certificate edge.pem Cert:\\LocalMachine\\Nowhere }
Probe 'current user' { Import-Certificate edge.pem Cert:\\CurrentUser\\My }
Probe 'other store' { Import-Certificate edge.pem Cert:\\LocalMachine\\TrustedPeople }
Probe 'no location' { Import-Certificate edge.pem }
Probe 'import cer' {
    $root = Import-Certificate -FilePath edge.pem -CertStoreLocation Cert:\\LocalMachine\\Root
    $root.Subject
    $root.HasPrivateKey
    Push-Location Cert:\\LocalMachine\\CA
    $here = Join-Path '${place.work}' edge.pem
    (Import-Certificate -FilePath $here).PSParentPath
    Pop-Location
}
Probe 'found again' {
    Remove-Item $path
    Test-Path $path
    $back = Import-Certificate pool.cer Cert:\\LocalMachine\\My
    $back.HasPrivateKey
    $back.Thumbprint -eq $exportable.Thumbprint
    $back.FriendlyName
}
Probe command { (Get-Command Import-PfxCertificate).Source }
`,
    );
  });
  after(() => place[Symbol.dispose]());

  test('Export-PfxCertificate gives the file, for paths, objects and the pipeline, on Windows drives too', () =>
    assert.deepEqual(said('export pfx'), ['System.IO.FileInfo', 'pool.pfx', 'alone.pfx', 'certs.pfx', 'True']));

  test('openssl reads the PFX with its password: key, certificate and chain', async () => {
    const read = (file: string) => openssl('pkcs12', '-in', file, '-nodes', '-passin', 'pass:s3cret!');
    const count = (text: string, label: string) => text.split(`-----BEGIN ${label}-----`).length - 1;
    const [pool, alone] = await Promise.all([read('pool.pfx'), read('alone.pfx')]);
    assert.deepEqual([count(pool, 'PRIVATE KEY'), count(pool, 'CERTIFICATE')], [1, 2]);
    assert.deepEqual([count(alone, 'PRIVATE KEY'), count(alone, 'CERTIFICATE')], [1, 1]);
    await assert.rejects(openssl('pkcs12', '-in', 'pool.pfx', '-nodes', '-passin', 'pass:other'));
    assert.equal(statSync(join(place.work, 'pool.pfx')).mode & 0o777, 0o600);
  });

  test('Get-PfxData looks into a file', () => assert.deepEqual(said('look into'), ['CN=edge.contoso.com', '0']));

  test('openssl reads what Export-Certificate wrote', async () => {
    assert.deepEqual(said('export cer'), ['pool.cer', 'all.p7b']);
    assert.match(
      await openssl('x509', '-inform', 'der', '-in', 'pool.cer', '-noout', '-subject'),
      /pool1\.litwareinc\.com/,
    );
    const listed = await openssl('pkcs7', '-inform', 'der', '-in', 'all.p7b', '-print_certs', '-noout');
    assert.equal(listed.match(/^subject=/gm)?.length, 3);
    assert.deepEqual(said('replaced'), ['True']);
  });

  for (const [rule, probe, type, message] of PKI_REFUSALS) {
    test(`refused: ${rule}`, () => {
      const { exceptionType, message: text } = failureOf(probe);
      assert.match(text, message);
      assert.equal(exceptionType, type);
    });
  }

  test('shares take exports and give them back, for this user only', () => {
    assert.deepEqual(said('on a share'), ['pool.pfx', 'share.cer', 'True', 'Pool', 'True']);
    const folder = join(place.home, 'drives', 'UNC', 'fs01', 'certs', 'new');
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, 'pool.pfx')).mode & 0o777, 0o600);
  });

  test('Get-PfxData parts the certificates by their keys, with their names, and imports nothing', () =>
    assert.deepEqual(said('pfx data'), [
      'Microsoft.CertificateServices.Commands.PfxData',
      'X509Certificate2[]',
      'CN=pool1.litwareinc.com',
      'Pool',
      'True',
      'pool1.litwareinc.com atl-cs-001.litwareinc.com',
      'CN=myca, DC=litwareinc, DC=com',
      'False',
      'True',
      'True',
    ]));

  test('Get-PfxData reads the old encryptions of Windows', () =>
    assert.deepEqual(said('pfx data of old encryption'), ['CN=edge.contoso.com', 'Old', 'True']));

  test('-WhatIf says what would be done, and does nothing', () => {
    assert.deepEqual(said('what if'), ['False', '2']);
    assert.match(
      script.stdout,
      /What if: Performing the operation "Export certificate" on target "Item: CN=pool1\.litwareinc\.com Destination: never\.pfx"\./,
    );
    assert.match(
      script.stdout,
      /What if: Performing the operation "Import certificate" on target "Item: edge\.pfx Destination: My"\./,
    );
  });

  test('Import-PfxCertificate brings certificate, name and key; the key is exportable where that is asked for', () =>
    assert.deepEqual(said('import pfx'), [
      'System.Security.Cryptography.X509Certificates.X509Certificate2',
      'CN=edge.contoso.com',
      'Edge',
      'True',
      'False',
      String.raw`Microsoft.PowerShell.Security\Certificate::LocalMachine\My`,
      'True',
      'True',
    ]));

  test('Import-Certificate brings certificates into the store that is named, or where the caller is', () =>
    assert.deepEqual(said('import cer'), [
      'CN=edge.contoso.com',
      'False',
      String.raw`Microsoft.PowerShell.Security\Certificate::LocalMachine\CA`,
    ]));

  test('a certificate that was removed without its key finds it again', () =>
    assert.deepEqual(said('found again'), ['False', 'True', 'True', 'Pool']));

  test('the module is found by the names of its cmdlets', () => assert.deepEqual(said('command'), ['PKI']));
});
