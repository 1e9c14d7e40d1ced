import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, describeCases, writes } from './cases.ts';
import { temporaryFolder } from './module-process.ts';

const DOCUMENTS = join(import.meta.dirname, '..', '..', 'examples', 'litwareinc-enterprise');
const LINE = 'Request-CsCertificate -New';

/** What Tab offers at the end of a line, in order. */
const OFFERED: readonly (readonly [rule: string, line: string, ...offered: string[]])[] = [
  [
    'CAs, in quotes where PowerShell needs them',
    `${LINE} -CA `,
    'atl-ca-001.litwareinc.com\\myca',
    `'ca.litwareinc.com\\Issuing CA'`,
    `'ca.litwareinc.com\\Ken''s'`,
  ],
  ['CAs that begin with what was typed, in any case', `${LINE} -CA ATL`, 'atl-ca-001.litwareinc.com\\myca'],
  ['CAs after an opening quote', `${LINE} -CA "ca.`, `'ca.litwareinc.com\\Issuing CA'`, `'ca.litwareinc.com\\Ken''s'`],
  ['CAs after a single quote, which stays', `${LINE} -CA 'atl`, `'atl-ca-001.litwareinc.com\\myca'`],
  ['the templates of all CAs, each once', `${LINE} -Template `, 'WebServer', 'jcila', `'Two Words'`],
  ['the templates of the chosen CA', `${LINE} -CA ATL-CA-001.litwareinc.com\\MYCA -Template `, 'WebServer', 'jcila'],
  ['the templates of a CA named in quotes', `${LINE} -CA 'ca.litwareinc.com\\Issuing CA' -Template t`, `'Two Words'`],
  ['for a shortened parameter too', `${LINE} -Templ j`, 'jcila'],
  [
    'the machines of the topology',
    `${LINE} -ComputerFqdn ATL-c`,
    'atl-cs-001.litwareinc.com',
    'atl-cs-002.litwareinc.com',
  ],
  ['certificate types', `${LINE} -Type Web`, 'WebServicesExternal', 'WebServicesInternal'],
  ['certificate types after a comma', `${LINE} -Type Default,WebServicesI`, 'WebServicesInternal'],
  ['certificate types after a comma and a blank', `${LINE} -Type Default, OAuth`, 'OAuthTokenIssuer'],
  ['key algorithms', `${LINE} -KeyAlg R`, 'RSA'],
  ['computers for Get-CsComputer', 'Get-CsComputer atl-E', 'atl-edge-001.litwareinc.com'],
  ['pools for its -Pool', 'Get-CsComputer -Pool POOL', 'pool1.litwareinc.com'],
  ['pools and sites for Get-CsPool', 'Get-CsPool -Identity pool', 'pool1.litwareinc.com'],
  ['the display names of sites', 'Get-CsPool -Site ', 'Atlanta'],
  ['services for Get-CsService, in quotes', 'Get-CsService -Identity web', `'WebServer:pool1.litwareinc.com'`],
  ['pools for its -PoolFqdn', 'Get-CsService -WebServer -PoolFqdn p', 'pool1.litwareinc.com'],
  ['SIP domains', 'Get-CsSipDomain ', 'litwareinc.com'],
  ['roles', 'Get-CsAdminRole CsV', 'CsViewOnlyAdministrator', 'CsVoiceAdministrator'],
  [
    'under the name of the other module',
    'SkypeForBusiness\\Request-CsCertificate -New -CA atl',
    'atl-ca-001.litwareinc.com\\myca',
  ],
];

const OFFER = `function Offer([string] $Line) { [Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches.CompletionText }`;

/** Options for the real engine and a deployment of the test's own. */
function deployed(properties: Readonly<Record<string, unknown>>) {
  const folder = join(temporaryFolder(), 'deployment');
  mkdirSync(folder);
  const text = JSON.stringify({
    topology: join(DOCUMENTS, 'topology.xml'),
    simpleUrls: join(DOCUMENTS, 'simple-urls.xml'),
    localComputer: 'atl-cs-001.litwareinc.com',
    ...properties,
  });
  writeFileSync(join(folder, 'deployment.json'), text);
  return { env: { CSCERT_ENGINE: undefined, CSCERT_DEPLOYMENT: folder } };
}

describeCases(
  'Tab offers',
  [
    ...OFFERED.map(
      ([rule, line, ...offered]): Case => ({
        rule,
        script: `${OFFER}; Offer '${line.replaceAll("'", "''")}'`,
        check: writes(...offered),
      }),
    ),
    {
      rule: 'and neither writes anything nor needs the password of a CA',
      script: `Import-Module Lync; [IO.Directory]::GetFiles($env:CSCERT_HOME, '*', 'AllDirectories').Count`,
      check: writes('0'),
    },
  ],
  deployed({
    certificateAuthorities: [
      { config: 'atl-ca-001.litwareinc.com\\myca', templates: [{ name: 'WebServer' }, { name: 'jcila' }] },
      {
        config: 'ca.litwareinc.com\\Issuing CA',
        templates: [{ name: 'webserver' }, { name: 'Two Words' }],
        accounts: ['LITWAREINC\\kenmyer'],
        passwordFromEnvironment: 'NOWHERE_SET',
      },
      { config: "ca.litwareinc.com\\Ken's", templates: [{ name: 'WebServer' }] },
    ],
  }),
);

describeCases(
  'Where there is nothing to read, Tab is silent',
  [
    {
      rule: 'a deployment with a mistake',
      script: `${OFFER}; Offer '${LINE} -CA atl'; Offer '${LINE} -ComputerFqdn atl'; $Error.Count`,
      check: writes('0'),
    },
    {
      rule: 'an engine that does not start',
      script: `${OFFER}; $env:CSCERT_ENGINE = '/nowhere/engine.cjs'; try { Offer '${LINE} -CA atl'; $Error.Count } finally { $env:CSCERT_ENGINE = $null }`,
      check: writes('0'),
    },
  ],
  deployed({ certificateAuthorities: 'none' }),
);
