import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Case, describeCases, received } from './cases.ts';
import { runWithStandIn } from './module-process.ts';

/** The documentation's seven command lines, word for word, its misprint included. */
const EXAMPLES = [
  'Request-CsCertificate -New -Type WebServicesExternal -CA "atl-ca-001.litwareinc.com\\myca"',
  'Request-CsCertificate -List',
  'Request-CsCertificate -New -Type WebServicesExternal -Output C:\\Certificates\\WebServicesExternal.cer',
  'Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -ComputerFqdn "atl-cs-001.litwareinc.com" -CA "atl-ca-001.litwareinc.com\\myca" -FriendlyName "Standard Edition Certficate" -Template jcila -PrivateKeyExportable $True -DomainName "atl-cs-001.litwareinc.com,atl-ext.litwareinc.com"',
  'Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -ComputerFqdn "atl-cs-001.litwareinc.com" -CA "atl-ca-001.litwareinc.com\\myca" -FriendlyName "Enterprise Edition Pool Certificate" -Template jcila -PrivateKeyExportable $True -DomainName "pool1.litwareinc.com,pool1int.litwareinc.com,pool1ext.litwareinc.com"',
  'Request-CsCertificate -New -Type Internal -ComputerFqdn "atl-edge-001" -CA "atl-ca-001.litwareinc.com\\myca" -FriendlyName "Internal Edge Certificate" -Template jcila -PrivateKeyExportable $True -DomainName "atl-edge-001.litwareinc.com, ap.litwareinc.com"',
  'Request-CsCertificate -New -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -ComputerFqdn "atl-edge-001" -CA "atl-ca-001.litwareinc.com\\myca" -FriendlyName "External Edge Certificate" -Template jcila -PrivateKeyExportable $True -DomainName "atl-edge-001.litwareinc.com,ap.litwareinc.com,dp.litwareinc.com,atl-edge-001"',
];

const SECTIONS = [
  'NAME',
  'SYNOPSIS',
  'SYNTAX',
  'DESCRIPTION',
  'PARAMETERS',
  'INPUTS',
  'OUTPUTS',
  'NOTES',
  'RELATED LINKS',
];

/** A word wrapped by the view is one word. */
const unwrapped = (text: string) => text.replaceAll(/\s+/g, '');

function helpCases(module: string): readonly Case[] {
  return [
    {
      rule: 'the whole page has every section',
      script: `Import-Module ${module}; Get-Help Request-CsCertificate -Full | Out-String -Width 200`,
      check: ({ output: [text = ''] }) => {
        for (const section of SECTIONS) assert.match(text, new RegExp(`^${section}`, 'm'));
        assert.match(unwrapped(text), /Request-CsCertificate-New-Type<CertType\[\]>\[-AllSipDomain\]/);
      },
    },
    {
      rule: 'each parameter is described, in the type and the sets it has, and no other is',
      script: `$h = Get-Help Request-CsCertificate; $c = Get-Command Request-CsCertificate
        $own = $c.Parameters.Values | Where-Object { $_.Name -notin [Management.Automation.Cmdlet]::CommonParameters -and $_.Name -ne 'ProgressAction' }
        $told = $h.parameters.parameter
        if (Compare-Object @($own.Name) @($told.name)) { 'names differ' }
        foreach ($p in $own) {
          $t = $told | Where-Object name -eq $p.Name
          if ($p.ParameterType.FullName -ne $t.type.name) { "type of $($p.Name): $($t.type.name)" }
          if (('' + ($t.description | ForEach-Object Text)).Length -lt 20) { "no description of $($p.Name)" }
        }
        foreach ($set in $c.ParameterSets) {
          $names = $set.Parameters.Name | Where-Object { $_ -in $own.Name }
          $item = $h.syntax.syntaxItem | Where-Object { $_.parameter.name -contains $set.Name.Substring(2) }
          if (Compare-Object @($names) @($item.parameter.name)) { "syntax of $($set.Name)" }
          foreach ($p in $set.Parameters) { $t = $item.parameter | Where-Object name -eq $p.Name; if ($t -and ('' + $p.IsMandatory) -ne $t.required) { "required $($p.Name)" } }
        }`,
      check: ({ output, error }) => {
        assert.equal(error, null);
        assert.deepEqual(output, []);
      },
    },
    {
      rule: 'one parameter can be asked for',
      script: `Get-Help Request-CsCertificate -Parameter Type | Out-String -Width 200`,
      check: ({ output: [text = ''] }) => {
        assert.match(text, /^-Type <CertType\[\]>/m);
        assert.match(text, /Required\? +true/);
        assert.match(text, /OAuthTokenIssuer/);
      },
    },
    {
      rule: 'the documentation\u2019s seven examples stand there word for word',
      script: `(Get-Help Request-CsCertificate -Examples).examples.example | ForEach-Object { $_.code.Trim() }`,
      check: ({ output }) => assert.deepEqual(output, EXAMPLES),
    },
  ];
}

for (const module of ['Lync', 'SkypeForBusiness']) describeCases(`Get-Help in the module ${module}`, helpCases(module));

describeCases(
  'Every example of the help binds',
  EXAMPLES.map((line) => ({
    rule: line.slice(0, 100),
    script: `(${line}).NextStep`,
    check: received(({ parameterSet }) => assert.match(parameterSet, /^By(New|List)$/)),
  })),
);

describe('about_CsCertificateEmulation', () => {
  test('is found without an import, and names every variable', async () => {
    const { stdout } = await runWithStandIn('Get-Help about_CsCertificateEmulation');
    for (const name of ['DEPLOYMENT', 'COMPUTER', 'HOME', 'NODE', 'ENGINE_TIMEOUT', 'ENGINE']) {
      assert.match(stdout, new RegExp(`CSCERT_${name}\\b`));
    }
    assert.match(stdout, /ErrorActionPreference = 'Stop'/);
  });
});
