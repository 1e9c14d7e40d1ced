import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ERROR_CATALOGUE, type ErrorCode } from '../../src/domain/errors/catalogue.ts';
import { writeDeployment } from './harness/deployments.ts';
import { makePlace } from './harness/place.ts';
import { type ProbedScript, runProbes, sayings, textsOf } from './harness/probe.ts';
import { runCscert, runPowerShell } from './harness/programs.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;
const LOCKED_CA = String.raw`vault.litwareinc.com\locked`;
const NEW = `Request-CsCertificate -New -Type Default`;
const ONLINE = `${NEW} -CA '${CA}'`;
const PASSWORD = 'correct horse battery staple';

interface Row {
  readonly rule: string;
  readonly line: string;
  readonly code: ErrorCode;
  /** Words of the message: the product's where it has them. */
  readonly says: string;
  /** HRESULT of the exception, where a CA gave one. */
  readonly hresult?: number;
}

const DENIED = { code: 'CertificateRequestDenied' } as const;
const ARGUMENT = 'System.ArgumentException';
const OPERATION = 'System.InvalidOperationException';
const CERTIFICATE = 'Microsoft.Rtc.Management.Common.Certificates.CertificateException';

/** Which .NET type a script has to catch: written out here, so that the catalogue cannot change it unnoticed. */
const CAUGHT_AS: Partial<Record<ErrorCode, string>> = {
  CertificationAuthorityNotFound: ARGUMENT,
  CertificationAuthorityLogonFailed: ARGUMENT,
  CertificateRequestDenied: CERTIFICATE,
  AlternativeNamesTooLong: CERTIFICATE,
  RequestNotFound: CERTIFICATE,
  CertificateNotNeeded: OPERATION,
  ComputerNotFound: ARGUMENT,
  MissingRequestTarget: ARGUMENT,
  ConflictingRequestTarget: ARGUMENT,
  InvalidKeySize: ARGUMENT,
  InvalidCountry: ARGUMENT,
  MissingCaPassword: ARGUMENT,
  MissingCaAccount: ARGUMENT,
  ParameterNotOneLine: ARGUMENT,
  ParameterTooLong: ARGUMENT,
  InvalidDnsName: ARGUMENT,
  NameAttributeTooLong: ARGUMENT,
  CentralMgmtStoreInaccessible: ARGUMENT,
  LocalComputerUnknown: ARGUMENT,
  DeploymentNotFound: OPERATION,
  DeploymentNotJson: OPERATION,
  DeploymentInvalid: OPERATION,
  DeploymentPasswordMissing: OPERATION,
  TopologyInvalid: OPERATION,
  TopologyNotReadable: 'System.IO.IOException',
  StateFolderRefused: 'System.UnauthorizedAccessException',
};

/** Domain facts 4.6 and 10, certificate authorities 2.1. */
const ROWS: readonly Row[] = [
  {
    rule: 'a CA that the deployment does not have',
    line: String.raw`${NEW} -CA 'nowhere.litwareinc.com\none'`,
    code: 'CertificationAuthorityNotFound',
    says: String.raw`Unable to contact certification authority "nowhere.litwareinc.com\none"`,
  },
  {
    rule: 'a password that is wrong',
    line: String.raw`${NEW} -CA '${LOCKED_CA}' -CaAccount 'litwareinc\kenmyer' -CaPassword 'wrong'`,
    code: 'CertificationAuthorityLogonFailed',
    says: 'and that you logged on with the correct credentials',
  },
  {
    rule: 'an account that may not enrol',
    line: String.raw`${NEW} -CA '${LOCKED_CA}' -CaAccount 'litwareinc\pilar' -CaPassword '${PASSWORD}'`,
    code: 'CertificationAuthorityLogonFailed',
    says: 'and that you logged on with the correct credentials',
  },
  {
    rule: 'the logged-on user where the CA wants an account',
    line: `${NEW} -CA '${LOCKED_CA}'`,
    code: 'CertificationAuthorityLogonFailed',
    says: 'and that you logged on with the correct credentials',
  },
  {
    ...DENIED,
    rule: 'a template that the CA does not publish',
    line: `${ONLINE} -Template NoSuchTemplate`,
    says: 'Denied by Policy Module 0x80094800, The request was for a certificate template that is not supported by the Active Directory Certificate Services policy: NoSuchTemplate.',
    hresult: 0x80094800,
  },
  {
    ...DENIED,
    rule: 'a key too small for the template',
    line: `${ONLINE} -KeySize 1024`,
    says: '0x80094811',
    hresult: 0x80094811,
  },
  {
    ...DENIED,
    rule: 'a key too small for a template with a higher minimum',
    line: `${ONLINE} -Template strong`,
    says: 'The public key does not meet the minimum size required by the specified certificate template.',
    hresult: 0x80094811,
  },
  {
    ...DENIED,
    rule: 'a template that the caller may not use',
    line: `${ONLINE} -Template closed`,
    says: 'The permissions on the certificate template do not allow the current user to enroll for this type of certificate.',
    hresult: 0x80094012,
  },
  {
    rule: "alternative names over the CA's limit of 4096 bytes",
    line: `${ONLINE} -DomainName ((1..120 | ForEach-Object { "a-rather-long-name-number-$_.litwareinc.com" }) -join ',')`,
    code: 'AlternativeNamesTooLong',
    says: 'Error Parsing Request  The length of the field exceeds the maximum length.  0xc80005e2 (ESE: -1056)',
    hresult: 0xc80005e2,
  },
  {
    rule: 'a type that the machine does not need',
    line: `Request-CsCertificate -New -Type AccessEdgeExternal -CA '${CA}'`,
    code: 'CertificateNotNeeded',
    says: 'The computer does not need a certificate',
  },
  {
    rule: 'types of two machines in one call',
    line: `Request-CsCertificate -New -Type Default,Internal -CA '${CA}'`,
    code: 'CertificateNotNeeded',
    says: 'for the type "Internal"',
  },
  {
    rule: 'a machine without a certificate role',
    line: `${NEW} -CA '${CA}' -ComputerFqdn atl-sql-001.litwareinc.com`,
    code: 'CertificateNotNeeded',
    says: 'has no role that needs a certificate',
  },
  {
    rule: 'a computer that the topology does not have',
    line: `${ONLINE} -ComputerFqdn nobody.litwareinc.com`,
    code: 'ComputerNotFound',
    says: 'The computer "nobody.litwareinc.com" is not in the topology.',
  },
  {
    rule: 'a pool in place of a computer',
    line: `${ONLINE} -ComputerFqdn pool1.litwareinc.com`,
    code: 'ComputerNotFound',
    says: '"pool1.litwareinc.com" is a pool, not a computer.',
  },
  { rule: 'neither -CA nor -Output', line: NEW, code: 'MissingRequestTarget', says: 'Use -CA' },
  {
    rule: 'both -CA and -Output',
    line: `${ONLINE} -Output both.req`,
    code: 'ConflictingRequestTarget',
    says: 'not both',
  },
  {
    rule: 'a key size of its own',
    line: `${ONLINE} -KeySize 3072`,
    code: 'InvalidKeySize',
    says: '1024, 2048 and 4096',
  },
  { rule: 'a country of three letters', line: `${ONLINE} -Country USA`, code: 'InvalidCountry', says: '"USA"' },
  {
    rule: '-CaAccount without -CaPassword',
    line: String.raw`${ONLINE} -CaAccount 'litwareinc\kenmyer'`,
    code: 'MissingCaPassword',
    says: String.raw`litwareinc\kenmyer`,
  },
  {
    rule: '-CaPassword without -CaAccount',
    line: `${ONLINE} -CaPassword '${PASSWORD}'`,
    code: 'MissingCaAccount',
    says: 'without an account',
  },
  {
    rule: 'a line break in a parameter',
    line: `${ONLINE} -City "Red\`nmond"`,
    code: 'ParameterNotOneLine',
    says: 'City',
  },
  {
    rule: 'a parameter without end',
    line: `${ONLINE} -FriendlyName ('x' * 5000)`,
    code: 'ParameterTooLong',
    says: 'FriendlyName',
  },
  {
    rule: 'a name that DNS does not allow',
    line: `${ONLINE} -DomainName 'under_score.litwareinc.com'`,
    code: 'InvalidDnsName',
    says: '"under_score.litwareinc.com"',
  },
  {
    rule: 'an organization of 65 characters',
    line: `${ONLINE} -Organization ('o' * 65)`,
    code: 'NameAttributeTooLong',
    says: '64',
  },
  {
    rule: '-Retrieve of a request that is not there',
    line: 'Request-CsCertificate -Retrieve -RequestId 4711',
    code: 'RequestNotFound',
    says: '0x80094004',
    hresult: 0x80094004,
  },
  {
    rule: '-Clear of a request that is not there',
    line: 'Request-CsCertificate -Clear -RequestId 4711',
    code: 'RequestNotFound',
    says: '"4711"',
    hresult: 0x80094004,
  },
];

/** Each in surroundings of its own: the engine reads them at its start. */
const SURROUNDINGS: readonly (Row & { readonly set: string })[] = [
  {
    rule: '-ComputerFqdn where the central management store is out of reach',
    set: `$env:CSCERT_DEPLOYMENT = '{edge}'`,
    line: `Request-CsCertificate -New -Type Internal -CA '${CA}' -ComputerFqdn atl-edge-001.litwareinc.com`,
    code: 'CentralMgmtStoreInaccessible',
    says: 'Omit -ComputerFqdn',
  },
  {
    rule: 'a local computer that the topology does not have',
    set: `$env:CSCERT_COMPUTER = 'nobody.litwareinc.com'`,
    line: ONLINE,
    code: 'LocalComputerUnknown',
    says: 'atl-cs-001.litwareinc.com',
  },
  {
    rule: 'a CA password that the environment does not have',
    set: '$env:TEST_CA_PASSWORD = $null',
    line: ONLINE,
    code: 'DeploymentPasswordMissing',
    says: 'TEST_CA_PASSWORD',
  },
  {
    rule: 'a folder without deployment.json',
    set: `$env:CSCERT_DEPLOYMENT = '{empty}'`,
    line: ONLINE,
    code: 'DeploymentNotFound',
    says: '"topology": "topology.xml"',
  },
  {
    rule: 'a deployment.json that breaks off',
    set: `$env:CSCERT_DEPLOYMENT = '{broken}'`,
    line: ONLINE,
    code: 'DeploymentNotJson',
    says: 'line 1',
  },
  {
    rule: 'a deployment.json with a mistake',
    set: `$env:CSCERT_DEPLOYMENT = '{mistaken}'`,
    line: ONLINE,
    code: 'DeploymentInvalid',
    says: '/certificateAuthorities',
  },
  {
    rule: 'a topology document with a DOCTYPE',
    set: `$env:CSCERT_DEPLOYMENT = '{doctype}'`,
    line: ONLINE,
    code: 'TopologyInvalid',
    says: 'line 1, column ',
  },
  {
    rule: 'a topology document that is not there',
    set: `$env:CSCERT_DEPLOYMENT = '{absent}'`,
    line: ONLINE,
    code: 'TopologyNotReadable',
    says: 'absent.xml',
  },
  {
    rule: 'a state folder that everybody may write to',
    set: `$env:CSCERT_HOME = '{open}'`,
    line: ONLINE,
    code: 'StateFolderRefused',
    says: 'not safe to keep private keys',
  },
];

const COMMAND = 'Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet';

describe('errors, as a script catches them', () => {
  const place = makePlace();
  const deployment = writeDeployment(place, {
    certificateAuthorities: [
      {
        config: CA,
        templates: [
          { name: 'WebServer' },
          { name: 'strong', minimumKeySize: 4096 },
          { name: 'closed', enrollDenied: true },
        ],
      },
      {
        config: LOCKED_CA,
        accounts: [{ name: 'litwareinc\\kenmyer', passwordFromEnvironment: 'TEST_CA_PASSWORD' }],
      },
    ],
  });
  const env = { CSCERT_DEPLOYMENT: deployment, TEST_CA_PASSWORD: PASSWORD };
  let script: ProbedScript;

  before(async () => {
    const folders = makeSurroundings(place.root);
    const rows = ROWS.map(
      ({ rule, line, code }) =>
        `Probe '${rule.replaceAll("'", "''")}' { ${line} }
Probe 'typed ${rule.replaceAll("'", "''")}' { try { ${line} } catch [IO.FileNotFoundException] { 'wrong' } catch [${CAUGHT_AS[code]}] { 'caught' } }`,
    );
    const surroundings = SURROUNDINGS.map(
      ({ rule, line, set }) =>
        `$saved = $env:CSCERT_DEPLOYMENT, $env:CSCERT_COMPUTER, $env:CSCERT_HOME, $env:TEST_CA_PASSWORD
Remove-Module Lync; ${set.replace(/\{(\w+)\}/, (_, name) => join(folders, name))}
Probe '${rule}' { ${line} }
$env:CSCERT_DEPLOYMENT, $env:CSCERT_COMPUTER, $env:CSCERT_HOME, $env:TEST_CA_PASSWORD = $saved`,
    );
    script = await runProbes(
      place,
      [
        ...rows,
        "Probe 'still open' { Request-CsCertificate -List }",
        ...surroundings,
        'Remove-Module Lync',
        String.raw`Probe 'right password' { ${NEW} -CA '${LOCKED_CA}' -CaAccount 'LITWAREINC\KenMyer' -CaPassword '${PASSWORD}' }`,
      ].join('\n'),
      { env },
    );
  });
  after(() => place[Symbol.dispose]());

  for (const { rule, code, says, hresult } of [...ROWS, ...SURROUNDINGS]) {
    test(`${rule}: ${code}`, () => {
      const { failure, records } = script.of(rule);
      const definition = ERROR_CATALOGUE[code];
      assert.equal(failure?.id, `${code},${COMMAND}`, failure?.message);
      assert.equal(failure.exceptionType, CAUGHT_AS[code]);
      assert.equal(failure.category, definition.category);
      assert.ok(failure.message.includes(says), failure.message);
      assert.equal(failure.details, `Command execution failed: ${failure.message}`);
      if (hresult !== undefined) assert.equal(failure.hresult >>> 0, hresult);
      assert.deepEqual(
        records.filter(({ stream }) => stream === 'output' || stream === 'error' || stream === 'information'),
        [],
      );
    });
  }

  for (const { rule } of ROWS) {
    test(`${rule}: a typed catch block takes it`, () => {
      assert.deepEqual(sayings(script.of(`typed ${rule}`)), ['caught']);
    });
  }

  test('what failed is in no list, and in no store', async () => {
    assert.deepEqual(script.of('still open').records, []);
    assert.ok(!existsSync(join(place.work, 'both.req')));
    const listed: { Subject: string }[] = JSON.parse((await runCscert(place, ['certificate', 'list'], { env })).stdout);
    assert.deepEqual(
      listed.filter(({ Subject }) => Subject.startsWith('CN=pool1')).length,
      1,
      'only the certificate of the right password',
    );
  });

  test('the right password gets a certificate, and stands in no file that was written', async () => {
    assert.equal(script.of('right password').failure, null);
    const logs = readdirSync(place.temp);
    assert.ok(logs.length > 40, 'each run that failed has its log pair');
    for (const folder of [place.temp, place.home]) {
      const { stdout } = await runPowerShell(place, [
        '-Command',
        `@(Get-ChildItem -Recurse -File '${folder}' | Where-Object { [IO.File]::ReadAllText($_.FullName).Contains('${PASSWORD}') }).Count`,
      ]);
      assert.equal(stdout.trim(), '0');
    }
  });

  test('a failed run says in two warnings that it failed and where the log is', () => {
    const warnings = textsOf(script.of('a template that the CA does not publish'), 'warning');
    assert.equal(warnings.length, 2);
    assert.equal(
      warnings[0],
      '"Request-CsCertificate" processing has completed with errors. "1" errors, "0" warnings were detected during this run.',
    );
    assert.match(
      warnings[1] ?? '',
      /^Detailed results can be found at ".*\/Request-CsCertificate-[0-9a-f-]{36}\.html"\.$/,
    );
  });
});

/** Folders that are wrong in one way each. */
function makeSurroundings(root: string): string {
  const folders = join(root, 'surroundings');
  const deployment = (name: string, text: string) => {
    mkdirSync(join(folders, name), { recursive: true });
    writeFileSync(join(folders, name, 'deployment.json'), text);
  };
  const authorities = [{ config: CA }];
  const documents = join(root, 'deployment');
  deployment(
    'edge',
    JSON.stringify({
      topology: join(documents, 'topology.xml'),
      localComputer: 'atl-edge-001.litwareinc.com',
      centralManagementStore: 'unreachable',
      certificateAuthorities: authorities,
    }),
  );
  deployment('broken', '{ "topology": ');
  deployment(
    'mistaken',
    JSON.stringify({ topology: 'topology.xml', certificateAuthorities: [{ config: 'no-backslash' }] }),
  );
  deployment('doctype', JSON.stringify({ topology: 'hostile.xml', certificateAuthorities: authorities }));
  writeFileSync(join(folders, 'doctype', 'hostile.xml'), '<!DOCTYPE x [<!ENTITY a "a">]><Topology>&a;</Topology>');
  deployment('absent', JSON.stringify({ topology: 'absent.xml', certificateAuthorities: authorities }));
  for (const name of ['empty', 'open']) mkdirSync(join(folders, name));
  chmodSync(join(folders, 'open'), 0o777);
  return folders;
}

describe('an error that a script does not catch', () => {
  const place = makePlace();
  after(() => place[Symbol.dispose]());
  const FAILING = `${ONLINE} -Template NoSuchTemplate`;

  for (const [rule, first, exitCode, isNextRun] of [
    ['ends its statement only: the next line runs and the exit code is 0', '', 0, true],
    ['ends the script with exit code 1 under $ErrorActionPreference Stop', "$ErrorActionPreference = 'Stop'", 1, false],
  ] as const) {
    for (const way of ['-File', '-Command'] as const) {
      test(`${rule} (${way})`, async () => {
        const text = `${first}\n${FAILING}\n'the next line'`;
        const file = join(place.work, 'script.ps1');
        writeFileSync(file, text);
        const ran = await runPowerShell(place, ['-NonInteractive', way, way === '-File' ? file : text]);
        assert.equal(ran.exitCode, exitCode, ran.stderr);
        assert.equal(ran.stdout.includes('the next line'), isNextRun);
        const shown = `${ran.stdout}${ran.stderr}`.replaceAll(/\s+(?:\| )?/g, ' ');
        assert.match(shown, /Command execution failed: Denied by Policy Module 0x80094800/);
      });
    }
  }
});
