import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type Case, type CaseResult, describeCases, throws } from './cases.ts';
import { CA, WITH_APPROVAL } from './emulated-deployment.ts';
import { temporaryFolder } from './module-process.ts';
import { runPowerShell } from './run-powershell.ts';

const CMDLET = 'Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet';
const CERTIFICATE_EXCEPTION = 'Microsoft.Rtc.Management.Common.Certificates.CertificateException';
const REFERENCE = 'Microsoft.Rtc.Management.Deployment.CertificateReference';
const REQUEST = 'Microsoft.Rtc.Management.Deployment.CertificateRequest';
const NEW = `Request-CsCertificate -New -Type Default -CA '${CA}' -Template WebServerApproval`;

/** The two warnings that end every run with warnings. */
const CLOSING = /^warning: ("[^"]+" processing has completed with |Detailed results can be found at )/;

/** The case writes these lines, before its closing; thumbprints and folders, which differ from run to run, are left out. */
function says(...lines: readonly string[]): Case['check'] {
  return ({ output, error }: CaseResult) => {
    assert.equal(error, null);
    const said = output.filter((line) => !CLOSING.test(line));
    const steady = said.map((line) => line.replaceAll(/\b[0-9A-F]{40}\b/g, '…').replaceAll(/"[^"]*\.req"/g, '"….req"'));
    assert.deepEqual(steady, lines);
  };
}

const ISSUED = `information: Issued thumbprint "…" for use "Default" by "${CA}".`;

/** An administrator's script, step by step; the variables of the script keep what later steps need. */
const WALK: readonly Case[] = [
  {
    rule: 'a template that asks for approval gives a pending request instead of a certificate',
    script: `$script:waiting = ${NEW}; $script:waiting.GetType().FullName; $script:waiting.RequestStatus; $script:waiting.RequestId; $script:waiting.NextStep`,
    check: says(REQUEST, 'Pending', '1', 'Wait for the CA, then run Request-CsCertificate -Retrieve -RequestId 1.'),
  },
  {
    rule: '-List shows it, and scripts find it by its use',
    script: `(Request-CsCertificate -List | Where-Object CertificateUses -match Default).RequestId`,
    check: says('1'),
  },
  {
    rule: '-Retrieve warns that it is still pending, and puts out nothing',
    script: 'Request-CsCertificate -Retrieve -RequestId $script:waiting.RequestId',
    check: says(`warning: The certificate request "1" is still pending at the certification authority "${CA}".`),
  },
  {
    rule: 'the certificate manager approves',
    script: 'Get-CsEmulatedRequest -Disposition Pending | Approve-CsEmulatedRequest',
    check: says('Issued request 1 (CN=pool1.litwareinc.com)'),
  },
  {
    rule: '-Retrieve imports the certificate that the CA issued, and nothing is open any more',
    script: `$c = Request-CsCertificate -Retrieve -RequestId $script:waiting.RequestId; $c.GetType().FullName; $c.Use; $c.Thumbprint -eq (Get-CsEmulatedRequest 1).Thumbprint; $c.SerialNumber -eq (Get-CsEmulatedRequest 1).SerialNumber; @(Request-CsCertificate -List).Count`,
    check: says(ISSUED, REFERENCE, 'Default', 'True', 'True', '0'),
  },
  {
    rule: 'its number gives the certificate again',
    script: '(Request-CsCertificate -Retrieve -RequestId $script:waiting.RequestId).Use',
    check: says('Default'),
  },
  {
    rule: 'a denied request, asked for by its number, ends the statement with the manager\u2019s words',
    script: `$r = ${NEW}; $null = $r | Deny-CsEmulatedRequest -HResult 0x80094012 -Message 'Ask the security team'; Request-CsCertificate -Retrieve -RequestId $r.RequestId 3>$null`,
    check: throws({
      type: CERTIFICATE_EXCEPTION,
      id: `RetrievedRequestDenied,${CMDLET}`,
      message:
        'The certificate request "2" was denied. The disposition message is "Ask the security team". Its private key was destroyed.',
    }),
  },
  {
    rule: 'among others it is an error behind their certificates, once',
    script: `$denied = ${NEW}; $other = ${NEW}; $null = Deny-CsEmulatedRequest $denied.RequestId; $null = Approve-CsEmulatedRequest $other.RequestId; (Request-CsCertificate -Retrieve -WarningAction Ignore) | ForEach-Object { $_.Use }; @(Request-CsCertificate -List).Count`,
    check: says(ISSUED, 'error: RetrievedRequestDenied', 'Default', '0'),
  },
  {
    rule: 'a revoked request blocks -Retrieve; the exception\u2019s Message names it and the cure',
    script: `$script:revoked = ${NEW}; $script:other = ${NEW}; $null = $script:revoked, $script:other | Approve-CsEmulatedRequest; $null = $script:revoked | Revoke-CsEmulatedRequest -Reason KeyCompromise; Request-CsCertificate -Retrieve 3>$null`,
    check: ({ output, error }) => {
      assert.deepEqual(output, []);
      assert.equal(error?.type, CERTIFICATE_EXCEPTION);
      assert.match(error?.message ?? '', /"5".* Request-CsCertificate -Clear -RequestId 5$/);
    },
  },
  {
    rule: 'nothing was imported, and both are listed',
    script: 'Request-CsCertificate -List',
    check: says('Revoked request 5 (Default)', 'Pending request 6 (Default)'),
  },
  {
    rule: 'the line of the Message cures it, and nothing else does',
    script: `try { Request-CsCertificate -Retrieve 3>$null } catch { $line = $_.Exception.Message -replace '^.*(?=Request-CsCertificate -Clear)' }; Invoke-Expression $line; (Request-CsCertificate -Retrieve).Use; @(Request-CsCertificate -List).Count`,
    check: says(ISSUED, 'Default', '0'),
  },
  {
    rule: 'an offline request stands on the list, -Retrieve warns of it, and -Clear takes it by its number only',
    script: `$r = Request-CsCertificate -New -Type Default -Output ([IO.Path]::Combine($env:HOME, 'offline.req')); $r.RequestStatus; Request-CsCertificate -Retrieve; Request-CsCertificate -Clear 3>$null; @(Request-CsCertificate -List).Count; Request-CsCertificate -Clear -RequestId $r.RequestId; @(Request-CsCertificate -List).Count`,
    check: says(
      'Offline',
      'warning: The certificate request "-7" was written to the file "….req" and cannot be retrieved from a CA.',
      '1',
      '0',
    ),
  },
  {
    rule: 'the CA remembers all that it was asked',
    script: `(Get-CsEmulatedRequest | ForEach-Object { '' + $_.Disposition }) -join ' '`,
    check: says('Issued Denied Denied Issued Revoked Issued'),
  },
];

for (const module of ['Lync', 'SkypeForBusiness']) {
  const [first, ...rest] = WALK;
  const imported = first === undefined ? [] : [{ ...first, script: `Import-Module ${module}; ${first.script}` }];
  describeCases(`The life of requests, with the module ${module}`, [...imported, ...rest], WITH_APPROVAL);
}

describe('examples/request-life.ps1', () => {
  const script = join(import.meta.dirname, '..', '..', 'examples', 'request-life.ps1');

  for (const module of ['Lync', 'SkypeForBusiness']) {
    test(`walks to its end with the module ${module}, and leaves nothing behind`, async () => {
      const temporary = temporaryFolder();
      const { stdout, stderr, exitCode } = await runPowerShell(
        ['-NoProfile', '-NonInteractive', '-File', script, '-Module', module],
        { env: { TMPDIR: temporary, CSCERT_HOME: join(temporary, 'state'), CSCERT_DEPLOYMENT: undefined } },
      );
      assert.deepEqual([exitCode, stderr], [0, ''], stdout);
      assert.match(stdout, /^RequestStatus +: Pending\r?$/m);
      assert.match(stdout, /^WARNING: The certificate request "1" is still pending/m);
      assert.match(stdout, /^Caught: .*denied.*"Ask the security team first"/m);
      assert.match(stdout, /^1 certificate, and: The certificate request "3" was denied/m);
      assert.match(stdout, /^Caught: .* Request-CsCertificate -Clear -RequestId 5\r?$/m);
      assert.match(stdout, /^After -Clear: [0-9A-F]{40}\r?$/m);
      assert.match(stdout, /^Open requests: 0\r?$/m);
      const left = readdirSync(temporary, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      assert.deepEqual(left, []);
    });
  }
});
