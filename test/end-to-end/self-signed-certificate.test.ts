import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { verifier } from '../interop/programs.ts';
import { makePlace } from './harness/place.ts';
import { type ProbedScript, runProbes, sayings } from './harness/probe.ts';

const program = verifier('openssl');

describe('New-SelfSignedCertificate', {
  skip: process.platform === 'win32' ? 'Windows has a cmdlet of its own' : program.skip,
}, () => {
  const place = makePlace();
  let script: ProbedScript;
  const said = (name: string) => {
    assert.equal(script.of(name).failure, null, JSON.stringify(script.of(name).failure));
    return sayings(script.of(name));
  };
  const x509 = (file: string, ...args: string[]) =>
    program.run(['x509', '-inform', 'der', '-in', file, '-noout', ...args], { cwd: place.work });

  before(async () => {
    script = await runProbes(
      place,
      `
$my = 'Cert:\\LocalMachine\\My'
$password = ConvertTo-SecureString 's3cret!' -AsPlainText -Force
Probe 'lab' {
    $c = New-SelfSignedCertificate -DnsName meet.contoso.com,*.contoso.com -CertStoreLocation cert:\\localmachine\\my -FriendlyName Lab
    $c.GetType().FullName
    $c.Subject
    $c.Issuer
    $c.FriendlyName
    $c.HasPrivateKey
    $c.DnsNameList.Unicode -join ' '
    $c.PrivateKey.KeySize
    $c.SignatureAlgorithm.FriendlyName
    ($c.NotAfter - $c.NotBefore).Days -in 365, 366
    (Get-ChildItem $my).Thumbprint -eq $c.Thumbprint
    @(Get-ChildItem Cert:\\LocalMachine\\Root).Count
    $null = Export-Certificate -Cert $c -FilePath lab.cer
    (Export-PfxCertificate -Cert $c -FilePath lab.pfx -Password $password).Name
}
Probe 'kept' {
    $c = New-SelfSignedCertificate -Subject 'CN=kept.contoso.com, O=Contoso, C=us' -NotAfter (Get-Date).AddYears(30) -KeyLength 4096 -HashAlgorithm sha256 -KeyExportPolicy NonExportable -Provider 'Microsoft Software Key Storage Provider' -CertStoreLocation $my
    $c.Subject
    $c.PrivateKey.KeySize
    $c.NotAfter.Year - (Get-Date).Year
    "$($c.DnsNameList)"
    $c.PrivateKey.CspKeyContainerInfo.Exportable
    $null = Export-Certificate -Cert $c -FilePath kept.cer
}
Probe 'curve' {
    Set-Location $my
    $c = New-SelfSignedCertificate -Subject short -DnsName a.contoso.com -KeyAlgorithm ECDSA_nistP384
    Set-Location '${place.work}'
    $c.Subject
    $null = Export-Certificate -Cert $c -FilePath curve.cer
}
Probe 'what if' {
    $before = @(Get-ChildItem $my).Count
    New-SelfSignedCertificate -DnsName never.contoso.com -CertStoreLocation $my -WhatIf
    @(Get-ChildItem $my).Count -eq $before
}
Probe 'no name' { New-SelfSignedCertificate -CertStoreLocation $my }
Probe 'bad name' { New-SelfSignedCertificate -DnsName 'a b' -CertStoreLocation $my }
Probe 'bad subject' { New-SelfSignedCertificate -Subject 'X=1' -CertStoreLocation $my }
Probe 'quoted subject' { New-SelfSignedCertificate -Subject 'CN=a, O="Contoso, Inc"' -CertStoreLocation $my }
Probe 'root' { New-SelfSignedCertificate -DnsName a.contoso.com -CertStoreLocation Cert:\\LocalMachine\\Root }
Probe 'length' { New-SelfSignedCertificate -DnsName a.contoso.com -CertStoreLocation $my -KeyLength 3072 }
Probe 'curve length' { New-SelfSignedCertificate -DnsName a.contoso.com -CertStoreLocation $my -KeyAlgorithm ECDSA_nistP256 -KeyLength 256 }
Probe 'algorithm' { New-SelfSignedCertificate -DnsName a.contoso.com -CertStoreLocation $my -KeyAlgorithm DSA }
Probe 'hash' { New-SelfSignedCertificate -DnsName a.contoso.com -CertStoreLocation $my -HashAlgorithm SHA1 }
Probe 'provider' { New-SelfSignedCertificate -DnsName a.contoso.com -CertStoreLocation $my -Provider 'Microsoft RSA SChannel Cryptographic Provider' }
Probe 'past' { New-SelfSignedCertificate -DnsName a.contoso.com -CertStoreLocation $my -NotAfter (Get-Date).AddDays(-1) }
Probe 'none of these' { @(Get-ChildItem $my).Count }
Probe 'trusted' {
    $c = (Get-ChildItem $my | Where-Object FriendlyName -eq Lab)
    $null = Request-CsCertificate -New -Type WebServicesInternal -CA 'atl-ca-001.litwareinc.com\\myca'
    Set-CsCertificate -Type Default -Thumbprint $c.Thumbprint -WarningVariable before -WarningAction SilentlyContinue
    "$before" -match 'does not lead to a trusted root certificate'
    $null = Import-Certificate lab.cer Cert:\\LocalMachine\\Root
    Set-CsCertificate -Type Default -Thumbprint $c.Thumbprint -WarningVariable after -WarningAction SilentlyContinue
    "$after" -match 'trusted root'
    (Get-CsCertificate -Type Default).Thumbprint -eq $c.Thumbprint
}
`,
    );
  });
  after(() => place[Symbol.dispose]());

  test('gives a certificate in My with an exportable key, for a year, that nobody trusts', () =>
    assert.deepEqual(said('lab'), [
      'System.Security.Cryptography.X509Certificates.X509Certificate2',
      'CN=meet.contoso.com',
      'CN=meet.contoso.com',
      'Lab',
      'True',
      'meet.contoso.com *.contoso.com',
      '2048',
      'sha256RSA',
      'True',
      'True',
      '0',
      'lab.pfx',
    ]));

  test('its subject, expiry, key length and export policy are those that were asked for', () =>
    assert.deepEqual(said('kept'), ['CN=kept.contoso.com, O=Contoso, C=us', '4096', '30', '', 'False']));

  test('a common name alone is a subject, and the location in My is enough', () =>
    assert.deepEqual(said('curve'), ['CN=short']));

  for (const name of ['lab', 'kept', 'curve']) {
    test(`openssl finds the signature of ${name} good and its comment in it`, async () => {
      said(name);
      const file = `${name}.cer`;
      const text = await x509(file, '-text');
      assert.match(text, /by an emulation of Windows for rehearsal/);
      assert.match(text, /TLS Web Client Authentication, TLS Web Server Authentication/);
      await program.run(['x509', '-inform', 'der', '-in', file, '-out', `${name}.pem`], { cwd: place.work });
      const verify = ['verify', '-check_ss_sig', '-CAfile', `${name}.pem`, `${name}.pem`];
      assert.match(await program.run(verify, { cwd: place.work }), /: OK/);
    });
  }

  test('in Root it is trusted, though it is no CA, and serves the product', () =>
    assert.deepEqual(
      said('trusted').filter((line) => line === 'True' || line === 'False'),
      ['True', 'False', 'True'],
    ));

  test('-WhatIf says what would be made, and makes nothing', () => {
    assert.deepEqual(said('what if'), ['True']);
    assert.match(script.stdout, /"Create self-signed certificate" on target "CN=never\.contoso\.com"\./);
  });

  const refused: readonly (readonly [probe: string, message: RegExp])[] = [
    ['no name', /^The certificate has no name\. Specify -DnsName or -Subject\.$/],
    ['bad name', /a b/],
    ['bad subject', /^The value "X=1" of -Subject cannot be used: "X=1" is not one of CN, /],
    ['quoted subject', /quoted values/],
    ['root', /^A new certificate can only be installed into the store My of LocalMachine\./],
    [
      'length',
      /^The value "3072" of -KeyLength cannot be used: specify 1024, 2048 or 4096\. No certificate was created\.$/,
    ],
    ['curve length', /the length of a key is part of the name ECDSA_nistP256/],
    ['algorithm', /^The value "DSA" of -KeyAlgorithm/],
    [
      'hash',
      /^The value "SHA1" of -HashAlgorithm cannot be used: the hash of a certificate with this key \(RSA\) is SHA256/,
    ],
    ['provider', /of -Provider cannot be used/],
    ['past', /of -NotAfter cannot be used: it is in the past/],
  ];
  for (const [probe, message] of refused) {
    test(`refused: ${probe}`, () => {
      const failure = script.of(probe).failure ?? assert.fail(`${probe} did not fail`);
      assert.match(failure.message, message);
      assert.equal(failure.exceptionType, 'System.ArgumentException');
    });
  }

  test('what was refused left nothing behind', () => assert.deepEqual(said('none of these'), ['3']));
});
