import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { SAMPLES } from './harness/deployments.ts';
import { makePlace } from './harness/place.ts';
import { objectsOf, onlyObject, type ProbedScript, propertyOf, runProbes } from './harness/probe.ts';
import { runCscert, runOpenssl } from './harness/programs.ts';

/** The documentation's lines, word for word (`Certficate` included). */
const LINES = {
  1: String.raw`Request-CsCertificate -New -Type WebServicesExternal -CA "atl-ca-001.litwareinc.com\myca"`,
  2: 'Request-CsCertificate -List',
  3: String.raw`Request-CsCertificate -New -Type WebServicesExternal -Output C:\Certificates\WebServicesExternal.cer`,
  4: String.raw`Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -ComputerFqdn "atl-cs-001.litwareinc.com" -CA "atl-ca-001.litwareinc.com\myca" -FriendlyName "Standard Edition Certficate" -Template jcila -PrivateKeyExportable $True -DomainName "atl-cs-001.litwareinc.com,atl-ext.litwareinc.com"`,
  5: String.raw`Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -ComputerFqdn "atl-cs-001.litwareinc.com" -CA "atl-ca-001.litwareinc.com\myca" -FriendlyName "Enterprise Edition Pool Certificate" -Template jcila -PrivateKeyExportable $True -DomainName "pool1.litwareinc.com,pool1int.litwareinc.com,pool1ext.litwareinc.com"`,
  6: String.raw`Request-CsCertificate -New -Type Internal -ComputerFqdn "atl-edge-001" -CA "atl-ca-001.litwareinc.com\myca" -FriendlyName "Internal Edge Certificate" -Template jcila -PrivateKeyExportable $True -DomainName "atl-edge-001.litwareinc.com, ap.litwareinc.com"`,
  7: String.raw`Request-CsCertificate -New -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -ComputerFqdn "atl-edge-001" -CA "atl-ca-001.litwareinc.com\myca" -FriendlyName "External Edge Certificate" -Template jcila -PrivateKeyExportable $True -DomainName "atl-edge-001.litwareinc.com,ap.litwareinc.com,dp.litwareinc.com,atl-edge-001"`,
} as const;

interface Expected {
  readonly subject: string;
  /** First labels under litwareinc.com, or a single label with a dot in front; domain facts 5.1 and 10. */
  readonly names: string;
  readonly use: string;
  readonly friendlyName: RegExp;
  readonly template: 'WebServer' | 'jcila';
  readonly exportable: boolean;
}

const FRONT_END_USES = 'Default,WebServicesInternal,WebServicesExternal';
const EDGE_USES = 'AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication';
const GENERATED = /^Lync Server 2013 WebServicesExternal certificate \d+\/\d+\/\d{4} \d+:\d\d:\d\d [AP]M$/;
const BOUGHT = { template: 'jcila', exportable: true } as const;

const EDGE: Readonly<Record<6 | 7, Expected>> = {
  6: {
    ...BOUGHT,
    subject: 'atl-edge-001',
    names: 'atl-edge-001 ap',
    use: 'Internal',
    friendlyName: /^Internal Edge Certificate$/,
  },
  7: {
    ...BOUGHT,
    subject: 'ap',
    names: 'atl-edge-001 ap dp .atl-edge-001',
    use: EDGE_USES,
    friendlyName: /^External Edge Certificate$/,
  },
};

const EXPECTED: Readonly<Record<keyof typeof SAMPLES, Readonly<Record<1 | 4 | 5 | 6 | 7, Expected>>>> = {
  enterprise: {
    1: {
      subject: 'pool1',
      names: 'pool1 pool1ext dialin meet admin Lyncdiscover',
      use: 'WebServicesExternal',
      friendlyName: GENERATED,
      template: 'WebServer',
      exportable: false,
    },
    4: {
      ...BOUGHT,
      subject: 'pool1',
      names: 'atl-cs-001 atl-ext pool1 pool1int dialin meet admin LyncdiscoverInternal pool1ext Lyncdiscover',
      use: FRONT_END_USES,
      friendlyName: /^Standard Edition Certficate$/,
    },
    5: {
      ...BOUGHT,
      subject: 'pool1',
      names: 'pool1 pool1int pool1ext atl-cs-001 dialin meet admin LyncdiscoverInternal Lyncdiscover',
      use: FRONT_END_USES,
      friendlyName: /^Enterprise Edition Pool Certificate$/,
    },
    ...EDGE,
  },
  standard: {
    1: {
      subject: 'atl-cs-001',
      names: 'atl-cs-001 atl-ext dialin meet admin Lyncdiscover',
      use: 'WebServicesExternal',
      friendlyName: GENERATED,
      template: 'WebServer',
      exportable: false,
    },
    4: {
      ...BOUGHT,
      subject: 'atl-cs-001',
      names: 'atl-cs-001 atl-ext dialin meet admin LyncdiscoverInternal Lyncdiscover',
      use: FRONT_END_USES,
      friendlyName: /^Standard Edition Certficate$/,
    },
    5: {
      ...BOUGHT,
      subject: 'atl-cs-001',
      names: 'pool1 pool1int pool1ext atl-cs-001 dialin meet admin LyncdiscoverInternal atl-ext Lyncdiscover',
      use: FRONT_END_USES,
      friendlyName: /^Enterprise Edition Pool Certificate$/,
    },
    ...EDGE,
  },
};

const qualified = (label: string) => (label.startsWith('.') ? label.slice(1) : `${label}.litwareinc.com`);
const ONLINE = [1, 4, 5, 6, 7] as const;

for (const sample of ['enterprise', 'standard'] as const) {
  describe(`the documentation's examples against the ${sample} sample`, () => {
    const place = makePlace();
    const env = { CSCERT_DEPLOYMENT: SAMPLES[sample] };
    const at = (name: string) => join(place.work, name);
    let script: ProbedScript;
    let listed: readonly Record<string, unknown>[] = [];

    before(async () => {
      const probes = Object.entries(LINES).map(([number, line]) => `Probe ${number} { ${line} }`);
      script = await runProbes(place, [...probes, `Probe 'list at the end' { ${LINES[2]} }`].join('\n'), { env });
      assert.equal((await runCscert(place, ['ca', 'certificate', '--path', at('root.pem')], { env })).exitCode, 0);
      listed = JSON.parse((await runCscert(place, ['certificate', 'list'], { env })).stdout);
    });
    after(() => place[Symbol.dispose]());

    const entryOf = (thumbprint: unknown) =>
      listed.find((entry) => entry['Thumbprint'] === thumbprint && entry['Store'] === 'My');

    for (const number of ONLINE) {
      const expected = EXPECTED[sample][number];
      test(`example ${number}: subject, names in order, use, friendly name, exportability`, () => {
        const reference = onlyObject(script.of(String(number)));
        assert.equal(reference.type, 'Microsoft.Rtc.Management.Deployment.CertificateReference');
        assert.equal(propertyOf(reference, 'Subject'), `CN=${qualified(expected.subject)}`);
        assert.deepEqual(propertyOf(reference, 'AlternativeNames'), expected.names.split(' ').map(qualified));
        assert.equal(propertyOf(reference, 'Use'), expected.use);
        assert.equal(propertyOf(reference, 'Issuer'), 'CN=myca, DC=litwareinc, DC=com');
        const entry = entryOf(propertyOf(reference, 'Thumbprint'));
        assert.match(String(entry?.['FriendlyName']), expected.friendlyName);
        assert.equal(entry?.['Exportable'], expected.exportable);
        assert.equal(entry?.['HasPrivateKey'], true);
      });

      test(`example ${number}: openssl trusts the certificate through the CA's root, for each of its names`, async () => {
        const reference = onlyObject(script.of(String(number)));
        const file = at(`${number}.pem`);
        const thumbprint = String(propertyOf(reference, 'Thumbprint'));
        const exported = await runCscert(place, ['certificate', 'export', thumbprint, '--path', file], { env });
        assert.equal(exported.exitCode, 0, exported.stderr);
        for (const name of expected.names.split(' ').map(qualified)) {
          const strict = ['-x509_strict', '-purpose', 'sslserver', '-verify_hostname', name];
          const { exitCode, stderr } = await runOpenssl(place, ['verify', ...strict, '-CAfile', at('root.pem'), file]);
          assert.equal(exitCode, 0, `${name}: ${stderr}`);
        }
        const { stdout } = await runOpenssl(place, ['x509', '-in', file, '-noout', '-text']);
        const usages = expected.template === 'jcila' ? ', TLS Web Client Authentication' : '';
        assert.match(stdout, new RegExp(`X509v3 Extended Key Usage: \\n +TLS Web Server Authentication${usages}\\n`));
        const certificate = new X509Certificate(readFileSync(file));
        assert.equal(certificate.fingerprint.replaceAll(':', ''), thumbprint);
        assert.equal(certificate.serialNumber, propertyOf(reference, 'SerialNumber'));
        assert.equal(
          certificate.validToDate.toISOString(),
          new Date(String(propertyOf(reference, 'NotAfter'))).toISOString(),
        );
      });

      test(`example ${number}: the private key ${expected.exportable ? 'leaves the store and fits' : 'stays in the store'}`, async () => {
        const thumbprint = String(propertyOf(onlyObject(script.of(String(number))), 'Thumbprint'));
        const file = at(`${number}-key.pem`);
        const args = ['certificate', 'export', thumbprint, '--path', file, '--with-key'];
        const { exitCode, stderr } = await runCscert(place, args, { env });
        if (!expected.exportable) {
          assert.deepEqual([exitCode, /is not exportable/.test(stderr)], [1, true]);
          assert.throws(() => statSync(file));
          return;
        }
        assert.equal(exitCode, 0, stderr);
        const ofKey = await runOpenssl(place, ['pkey', '-in', file, '-pubout']);
        const ofCertificate = await runOpenssl(place, ['x509', '-in', file, '-noout', '-pubkey']);
        assert.equal(ofKey.stdout, ofCertificate.stdout);
        assert.match(ofKey.stdout, /BEGIN PUBLIC KEY/);
      });
    }

    test('example 2: a certificate that was issued at once is not a pending request', () => {
      assert.deepEqual(script.of('2').records, []);
      assert.equal(script.of('2').failure, null);
    });

    test('example 3: the request file verifies and holds the names; the request is listed until it is cleared', async () => {
      const request = onlyObject(script.of('3'));
      assert.equal(propertyOf(request, 'RequestStatus'), 'Offline');
      const file = join(place.home, 'drives', 'C', 'Certificates', 'WebServicesExternal.cer');
      const { exitCode, stdout } = await runOpenssl(place, ['req', '-in', file, '-verify', '-noout', '-text']);
      assert.equal(exitCode, 0);
      const { subject, names } = EXPECTED[sample][1];
      assert.match(stdout, new RegExp(`Subject: CN = ${qualified(subject)}\\n`));
      const dnsNames = names.split(' ').map((label) => `DNS:${qualified(label)}`);
      assert.ok(stdout.includes(`${dnsNames.join(', ')}\n`), stdout);
      const atTheEnd = objectsOf(script.of('list at the end'));
      assert.deepEqual(
        atTheEnd.map((object) => [propertyOf(object, 'RequestId'), propertyOf(object, 'CertificateUses')]),
        [[propertyOf(request, 'RequestId'), 'WebServicesExternal']],
      );
    });
  });
}
