import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { verifier } from '../interop/programs.ts';
import { makePlace } from './harness/place.ts';
import { type ProbedScript, runProbes, sayings } from './harness/probe.ts';

const openssl = verifier('openssl');

/** Extensions as openssl writes them: the arguments of its configuration, by object identifier. */
const CONFIGURATION = `
[req]
distinguished_name = dn
x509_extensions = extensions
prompt = no
[dn]
CN = www.contoso.com
[extensions]
basicConstraints = critical,CA:TRUE,pathlen:3
keyUsage = digitalSignature,nonRepudiation,keyEncipherment,dataEncipherment,keyAgreement,keyCertSign,cRLSign
extendedKeyUsage = serverAuth,clientAuth,1.2.3.4,1.3.6.1.4.1.311.80.1
subjectAltName = @names
issuerAltName = DNS:ca.contoso.com
subjectKeyIdentifier = 0102030405
crlDistributionPoints = URI:http://a/b.crl,URI:http://c/d.crl
authorityInfoAccess = caIssuers;URI:http://a/b.crt,OCSP;URI:http://ocsp
1.3.6.1.4.1.311.20.2 = ASN1:BMPSTRING:WebServer
1.3.6.1.4.1.311.21.7 = ASN1:SEQUENCE:template
1.3.6.1.4.1.311.21.10 = ASN1:SEQUENCE:policies
1.2.3.4.5 = DER:30:03:02:01:07
2.5.29.32 = DER:04
[names]
DNS.1 = www.contoso.com
DNS.2 = xn--mnchen-3ya.de
IP.1 = 10.0.0.1
IP.2 = 2001:db8::1
email.1 = a@contoso.com
URI.1 = sip:a@contoso.com
RID.1 = 1.2.3.4
otherName.1 = 1.3.6.1.4.1.311.20.2.3;UTF8:user@contoso.com
dirName.1 = place
[place]
O = Contoso
CN = x
[template]
id = OID:1.3.6.1.4.1.311.21.8.1
major = INTEGER:100
minor = INTEGER:3
[policies]
one = SEQUENCE:server
two = SEQUENCE:client
[server]
id = OID:serverAuth
[client]
id = OID:clientAuth
`;

/** Name, text on one line, and text on several with CR LF shown as a bar, as Windows gives them. */
const TEXTS: Readonly<Record<string, readonly [name: string, short: string, long: string]>> = {
  '2.5.29.19': [
    'Basic Constraints',
    'Subject Type=CA, Path Length Constraint=3',
    'Subject Type=CA|Path Length Constraint=3|',
  ],
  '2.5.29.15': [
    'Key Usage',
    'Digital Signature, Non-Repudiation, Key Encipherment, Data Encipherment, Key Agreement, Certificate Signing, Off-line CRL Signing, CRL Signing (fe)',
    'Digital Signature, Non-Repudiation, Key Encipherment, Data Encipherment, Key Agreement, Certificate Signing, Off-line CRL Signing, CRL Signing (fe)|',
  ],
  '2.5.29.37': [
    'Enhanced Key Usage',
    'Server Authentication (1.3.6.1.5.5.7.3.1), Client Authentication (1.3.6.1.5.5.7.3.2), Unknown Key Usage (1.2.3.4), Document Encryption (1.3.6.1.4.1.311.80.1)',
    'Server Authentication (1.3.6.1.5.5.7.3.1)|Client Authentication (1.3.6.1.5.5.7.3.2)|Unknown Key Usage (1.2.3.4)|Document Encryption (1.3.6.1.4.1.311.80.1)|',
  ],
  '2.5.29.17': [
    'Subject Alternative Name',
    'DNS Name=www.contoso.com, DNS Name=xn--mnchen-3ya.de, IP Address=10.0.0.1, IP Address=2001:0db8:0000:0000:0000:0000:0000:0001, RFC822 Name=a@contoso.com, URL=sip:a@contoso.com, Registered ID=1.2.3.4, Other Name:Principal Name=user@contoso.com, Directory Address:O=Contoso, CN=x',
    'DNS Name=www.contoso.com|DNS Name=xn--mnchen-3ya.de|IP Address=10.0.0.1|IP Address=2001:0db8:0000:0000:0000:0000:0000:0001|RFC822 Name=a@contoso.com|URL=sip:a@contoso.com|Registered ID=1.2.3.4|Other Name:|     Principal Name=user@contoso.com|Directory Address:|     O=Contoso|     CN=x|',
  ],
  '2.5.29.18': ['Issuer Alternative Name', 'DNS Name=ca.contoso.com', 'DNS Name=ca.contoso.com|'],
  '2.5.29.14': ['Subject Key Identifier', '0102030405', '0102030405|'],
  '2.5.29.31': [
    'CRL Distribution Points',
    '[1]CRL Distribution Point: Distribution Point Name:Full Name:URL=http://a/b.crl, [2]CRL Distribution Point: Distribution Point Name:Full Name:URL=http://c/d.crl',
    '[1]CRL Distribution Point|     Distribution Point Name:|          Full Name:|               URL=http://a/b.crl|[2]CRL Distribution Point|     Distribution Point Name:|          Full Name:|               URL=http://c/d.crl|',
  ],
  '1.3.6.1.5.5.7.1.1': [
    'Authority Information Access',
    '[1]Authority Info Access: Access Method=Certification Authority Issuer (1.3.6.1.5.5.7.48.2), Alternative Name=URL=http://a/b.crt, [2]Authority Info Access: Access Method=On-line Certificate Status Protocol (1.3.6.1.5.5.7.48.1), Alternative Name=URL=http://ocsp',
    '[1]Authority Info Access|     Access Method=Certification Authority Issuer (1.3.6.1.5.5.7.48.2)|     Alternative Name:|          URL=http://a/b.crt|[2]Authority Info Access|     Access Method=On-line Certificate Status Protocol (1.3.6.1.5.5.7.48.1)|     Alternative Name:|          URL=http://ocsp|',
  ],
  '1.3.6.1.4.1.311.20.2': ['Certificate Template Name', 'WebServer', 'WebServer|'],
  '1.3.6.1.4.1.311.21.7': [
    'Certificate Template Information',
    'Template=1.3.6.1.4.1.311.21.8.1, Major Version Number=100, Minor Version Number=3',
    'Template=1.3.6.1.4.1.311.21.8.1|Major Version Number=100|Minor Version Number=3|',
  ],
  '1.3.6.1.4.1.311.21.10': [
    'Application Policies',
    '[1]Application Certificate Policy:Policy Identifier=Server Authentication, [2]Application Certificate Policy:Policy Identifier=Client Authentication',
    '[1]Application Certificate Policy:|     Policy Identifier=Server Authentication|[2]Application Certificate Policy:|     Policy Identifier=Client Authentication|',
  ],
  // Unknown, and damaged: the bytes.
  '1.2.3.4.5': ['', '30 03 02 01 07', '30 03 02 01 07'],
  '2.5.29.32': ['Certificate Policies', '04', '04'],
};

describe('extensions on the certificate drive', {
  skip: process.platform === 'win32' ? 'Windows has its own texts' : openssl.skip,
}, () => {
  const place = makePlace();
  let script: ProbedScript;

  before(async () => {
    writeFileSync(join(place.work, 'request.cnf'), CONFIGURATION);
    const files = ['-keyout', 'k.pem', '-out', 'many.pem', '-config', 'request.cnf'];
    await openssl.run(['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...files], { cwd: place.work });
    script = await runProbes(
      place,
      `
$certificate = Import-Certificate many.pem Cert:\\LocalMachine\\My
Probe texts {
    foreach ($extension in $certificate.Extensions) {
        $extension.Oid.Value, $extension.Oid.FriendlyName, $extension.Format($false), ($extension.Format($true) -replace "\`r\`n", '|') | ConvertTo-Json -Compress
    }
}
Probe lists {
    $certificate.DnsNameList.Unicode -join ' '
    $certificate.DnsNameList.Punycode -join ' '
    $certificate.EnhancedKeyUsageList -join ', '
}
Probe typed {
    ($certificate.Extensions | Where-Object { $_ -is [System.Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension] }).EnhancedKeyUsages.Count
    ($certificate.Extensions | Where-Object { $_.Oid.FriendlyName -eq 'Basic Constraints' }).CertificateAuthority
}
Probe elsewhere {
    $file = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new((Convert-Path many.pem))
    $file.DnsNameList.Count
    $file.EnhancedKeyUsageList[0].FriendlyName
}
`,
    );
  });
  after(() => place[Symbol.dispose]());

  for (const [identifier, texts] of Object.entries(TEXTS)) {
    test(`${identifier} ${texts[0]}`, () => {
      const rows = sayings(script.of('texts')).map((line): (string | null)[] => JSON.parse(line));
      const row = rows.find(([first]) => first === identifier)?.slice(1);
      assert.deepEqual(
        row?.map((text) => text ?? ''),
        texts,
      );
    });
  }

  test('DNS names in both spellings, usages with names where there are any', () =>
    assert.deepEqual(sayings(script.of('lists')), [
      'www.contoso.com münchen.de',
      'www.contoso.com xn--mnchen-3ya.de',
      'Server Authentication (1.3.6.1.5.5.7.3.1), Client Authentication (1.3.6.1.5.5.7.3.2), 1.2.3.4, Document Encryption (1.3.6.1.4.1.311.80.1)',
    ]));

  test('they stay the typed extensions of .NET', () => assert.deepEqual(sayings(script.of('typed')), ['4', 'True']));

  test('certificates of elsewhere have the two lists as well', () =>
    assert.deepEqual(sayings(script.of('elsewhere')), ['2', 'Server Authentication']));
});
