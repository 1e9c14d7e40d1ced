import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makePlace } from './harness/place.ts';
import { onlyObject, type ProbedScript, propertyOf, runProbes, sayings, textsOf } from './harness/probe.ts';
import { runPowerShell } from './harness/programs.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;
const ISSUED =
  /^Issued thumbprint "[0-9A-F]{40}" for use "Default,WebServicesInternal" by "atl-ca-001\.litwareinc\.com\\myca"\.$/;
const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Name and .NET type of each property, in the product's order (domain facts 2.1). */
const REFERENCE_PROPERTIES = [
  ['Issuer', 'System.String'],
  ['NotAfter', 'System.DateTime'],
  ['NotBefore', 'System.DateTime'],
  ['SerialNumber', 'System.String'],
  ['Subject', 'System.String'],
  ['AlternativeNames', 'System.String[]'],
  ['Thumbprint', 'System.String'],
  ['EffectiveDate', /^System\.Nullable`1\[\[System\.DateTime|^System\.DateTime/],
  ['PreviousThumbprint', 'System.String'],
  ['UpdateTime', /^System\.Nullable`1\[\[System\.DateTime|^System\.DateTime/],
  ['Use', 'System.String'],
  ['SourceScope', 'System.String'],
] as const;

describe('what -New puts on which stream', () => {
  const place = makePlace();
  let script: ProbedScript;

  before(async () => {
    script = await runProbes(
      place,
      `
$ca = '${CA}'
Probe order { Request-CsCertificate -New -Type Default,WebServicesInternal -CA $ca -Verbose }
Probe captured {
    $x = Request-CsCertificate -New -Type Default -CA $ca
    "$(@($x).Count) $($x.GetType().FullName)"
}
Probe 'not silenced' { $null = Request-CsCertificate -New -Type Default -CA $ca -InformationAction SilentlyContinue }
Probe ignored { $null = Request-CsCertificate -New -Type Default -CA $ca -InformationAction Ignore }
Probe variable {
    $null = Request-CsCertificate -New -Type Default -CA $ca -InformationVariable told 6>$null
    "$($told[0].MessageData.GetType().FullName) $($told[0].Tags)"
}
Probe members {
    $x = Request-CsCertificate -New -Type Default -CA $ca 6>$null
    $x -is [Microsoft.Rtc.Management.Deployment.CertificateReference]
    $x.NotAfter.GetType().FullName
    $x.NotAfter.Kind
    $x.NotAfter -gt (Get-Date).AddDays(45)
    ($x.NotAfter - $x.NotBefore).TotalDays -in 730, 731
    $x.AlternativeNames.GetType().FullName
    $null -eq $x.EffectiveDate -and $null -eq $x.EffectiveTime
}
Probe empty {
    $x = Request-CsCertificate -New -Type Internal -ComputerFqdn atl-edge-001.litwareinc.com -CA $ca 6>$null
    $null -eq $x.AlternativeNames
    $x.AlternativeNames.Count
}
Probe offline { Request-CsCertificate -New -Type Default -Output offline.req }
`,
    );
  });
  after(() => place[Symbol.dispose]());

  test("the product's order: log file, what is done, host line, object, closing lines (domain facts 3.1)", () => {
    const { records, failure } = script.of('order');
    assert.equal(failure, null);
    const shown = records.map((record) =>
      record.stream === 'output' ? 'object' : `${record.stream}: ${textOf(record)}`,
    );
    const names = shown.filter((line) => /: (?:Subject (?:alternative )?name|Name) "/.test(line));
    assert.ok(names.length >= 6, shown.join('\n'));
    const stem = new RegExp(`"(${place.temp}/Request-CsCertificate-${GUID})\\.xml"`).exec(shown[0] ?? '')?.[1] ?? '?';
    const host = shown.find((line) => line.startsWith('information: ')) ?? '';
    assert.match(host.replace('information: ', ''), ISSUED);
    assert.deepEqual(
      shown.filter((line) => !names.includes(line) && !line.includes('Request a certificate for use')),
      [
        `verbose: Creating new log file "${stem}.xml".`,
        'verbose: Create a certificate request based on Lync Server configuration for this computer.',
        host,
        'object',
        'verbose: No changes were made to the Central Management Store.',
        `verbose: Creating new log file "${stem}.html".`,
        'verbose: "Request-CsCertificate" processing has completed successfully.',
        `verbose: Detailed results can be found at "${stem}.html".`,
      ],
    );
    const first = shown.indexOf(names[0] ?? '');
    assert.ok(
      first === 2 && shown.indexOf(host) > first + names.length - 1,
      'names come between the two first lines and the host line',
    );
  });

  test('an assignment takes the object and nothing else', () => {
    assert.deepEqual(sayings(script.of('captured')), ['1 Microsoft.Rtc.Management.Deployment.CertificateReference']);
  });

  test('the host line is an information record tagged PSHOST, as Write-Host makes it', () => {
    const records = script.of('order').records.filter((record) => record.stream === 'information');
    assert.deepEqual(
      records.map(({ tags }) => tags),
      [['PSHOST']],
    );
    assert.deepEqual(sayings(script.of('variable')), ['System.Management.Automation.HostInformationMessage PSHOST']);
  });

  test('the host line is shown although the information preference is silent', () => {
    assert.equal(textsOf(script.of('not silenced'), 'information').length, 1);
  });

  test('without -Verbose nothing but the host line accompanies the object', () => {
    const { records } = script.of('ignored');
    assert.deepEqual(
      records.filter(({ stream }) => stream !== 'information'),
      [],
    );
  });

  test('a CertificateReference has the twelve properties, in order, with their types', () => {
    const { properties } = onlyObject(script.of('order'));
    assert.deepEqual(
      properties.map(({ name }) => name),
      REFERENCE_PROPERTIES.map(([name]) => name),
    );
    for (const [index, [name, type]] of REFERENCE_PROPERTIES.entries()) {
      const found = properties[index]?.type ?? '';
      assert.ok(typeof type === 'string' ? found === type : type.test(found), `${name}: ${found}`);
    }
  });

  test('values: hexadecimal in upper case, uses without blanks, nothing rolled or assigned yet', () => {
    const reference = onlyObject(script.of('order'));
    assert.match(String(propertyOf(reference, 'Thumbprint')), /^[0-9A-F]{40}$/);
    assert.match(String(propertyOf(reference, 'SerialNumber')), /^(?:[0-9A-F]{2})+$/);
    assert.equal(propertyOf(reference, 'Use'), 'Default,WebServicesInternal');
    const empty = ['EffectiveDate', 'PreviousThumbprint', 'UpdateTime', 'SourceScope'];
    assert.deepEqual(
      empty.map((name) => propertyOf(reference, name)),
      [null, '', null, ''],
    );
  });

  test('members that scripts use: local dates that compare, a string array that is never null, the older name of a date', () => {
    assert.deepEqual(sayings(script.of('members')), [
      'True',
      'System.DateTime',
      'Local',
      'True',
      'True',
      'System.String[]',
      'True',
    ]);
    assert.deepEqual(sayings(script.of('empty')), ['False', '0']);
  });

  test('an offline request puts out one object without thumbprint, and no host line', () => {
    const probed = script.of('offline');
    const request = onlyObject(probed);
    assert.equal(request.type, 'Microsoft.Rtc.Management.Deployment.CertificateRequest');
    assert.equal(propertyOf(request, 'RequestStatus'), 'Offline');
    assert.equal(propertyOf(request, 'CertificateUses'), 'Default');
    assert.ok(Number(propertyOf(request, 'RequestId')) < 0);
    assert.equal(propertyOf(request, 'CA'), '');
    assert.equal(propertyOf(request, 'Thumbprint'), undefined);
    assert.equal(propertyOf(request, 'Output'), `${place.work}/offline.req`);
    assert.match(String(propertyOf(request, 'NextStep')), /-Clear -RequestId -\d+/);
    assert.deepEqual(
      probed.records.map(({ stream }) => stream),
      ['output'],
    );
  });
});

function textOf(record: object): string {
  return 'text' in record ? String(record.text) : JSON.stringify(record);
}

describe('what a person sees on the console', () => {
  const place = makePlace();
  after(() => place[Symbol.dispose]());

  test('-Verbose prints the lines in order, then the object as a list of twelve aligned properties', async () => {
    const { stdout, stderr, exitCode } = await runPowerShell(place, [
      '-Command',
      `Request-CsCertificate -New -Type Default,WebServicesInternal -CA '${CA}' -Verbose`,
    ]);
    assert.deepEqual([exitCode, stderr], [0, '']);
    const marks = [
      'VERBOSE: Creating new log file',
      'VERBOSE: Create a certificate request based on Lync Server configuration for this computer.',
      'VERBOSE: Subject name "pool1.litwareinc.com"',
      '\nIssued thumbprint "',
      'Issuer             : CN=myca, DC=litwareinc, DC=com',
      'NotAfter           : ',
      'NotBefore          : ',
      'SerialNumber       : ',
      'Subject            : CN=pool1.litwareinc.com',
      'AlternativeNames   : {pool1.litwareinc.com, ',
      'Thumbprint         : ',
      'EffectiveDate      : ',
      'PreviousThumbprint : ',
      'UpdateTime         : ',
      'Use                : Default,WebServicesInternal',
      'SourceScope        : ',
    ];
    const positions = marks.map((mark) => stdout.indexOf(mark));
    assert.ok(!positions.includes(-1), `${marks[positions.indexOf(-1)]} is missing in ${stdout}`);
    assert.deepEqual(
      positions,
      positions.toSorted((a, b) => a - b),
    );
    assert.doesNotMatch(stdout, /VERBOSE: Issued/);
    assert.match(stdout, /VERBOSE: No changes were made to the Central Management Store\./);
  });

  test('streams can be redirected apart: 1>, 4> and 6>', async () => {
    const { stdout, exitCode } = await runPowerShell(place, [
      '-Command',
      `Request-CsCertificate -New -Type Default -CA '${CA}' -Verbose 4>verbose.txt 6>host.txt >object.txt
       @(Get-Content verbose.txt) -match '^(VERBOSE: )?"Request-CsCertificate" processing' | Measure-Object | ForEach-Object { "verbose $($_.Count)" }
       @(Get-Content host.txt) -match '^Issued thumbprint' | Measure-Object | ForEach-Object { "host $($_.Count)" }
       @(Get-Content object.txt) -match '^Issuer +: CN=myca' | Measure-Object | ForEach-Object { "object $($_.Count)" }`,
    ]);
    assert.equal(exitCode, 0);
    assert.deepEqual(stdout.trim().split(/\r?\n/), ['verbose 1', 'host 1', 'object 1']);
  });
});
