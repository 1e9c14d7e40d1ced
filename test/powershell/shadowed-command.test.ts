import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runWithStandIn } from './module-process.ts';

const EMULATION = 'This session now uses the emulation, which talks to no real server.';

/** What a session holds before the import, and the one line the import says; `%` is the module that is imported. */
const SESSIONS: readonly (readonly [rule: string, before: string, warning: RegExp | undefined, winner: string])[] = [
  [
    'a function of another module, as Import-PSSession makes it',
    `New-Module -Name tmp_proxy -ScriptBlock { function Request-CsCertificate { 'proxy' } } | Import-Module`,
    /^Request-CsCertificate is also offered by the module "tmp_proxy" \([^)]*\)\. "Request-CsCertificate" in this session is still that of the module "tmp_proxy"; use %\\Request-CsCertificate for the emulation, which talks to no real server\.$/,
    'proxy',
  ],
  [
    'a function of nobody',
    `function global:Request-CsCertificate { 'mine' }`,
    /^"Request-CsCertificate" in this session is still that of a function without a module; use %\\Request-CsCertificate for the emulation, which talks to no real server\.$/,
    'mine',
  ],
  [
    'an alias of nobody',
    `function global:Get-Other { 'other' }; Set-Alias -Scope Global Request-CsCertificate Get-Other`,
    /^"Request-CsCertificate" in this session is still that of an alias for "Get-Other"; use %\\Request-CsCertificate for the emulation, which talks to no real server\.$/,
    'other',
  ],
  [
    'an alias that shadows a function of another module',
    `New-Module -Name tmp_proxy -ScriptBlock { function Request-CsCertificate { 'proxy' } } | Import-Module; function global:Get-Other { 'other' }; Set-Alias -Scope Global Request-CsCertificate Get-Other`,
    /^Request-CsCertificate is also offered by the module "tmp_proxy" \([^)]*\)\. "Request-CsCertificate" in this session is still that of an alias for "Get-Other"; use %\\Request-CsCertificate /,
    'other',
  ],
  [
    'an alias that means the emulation needs no warning',
    `Set-Alias -Scope Global Request-CsCertificate '%\\Request-CsCertificate'`,
    undefined,
    'emulation',
  ],
  [
    'a sibling alone',
    `function global:Set-CsCertificate { 'mine' }`,
    /^"Set-CsCertificate" in this session is still that of a function without a module; use %\\Set-CsCertificate for the emulation, which talks to no real server\.$/,
    'emulation',
  ],
  [
    'all of them, as Import-PSSession makes them',
    `New-Module -Name tmp_proxy -ScriptBlock { foreach ($verb in 'Request', 'Get', 'Set') { Set-Item "function:$verb-CsCertificate" { 'proxy' } } } | Import-Module`,
    /^Request-CsCertificate is also offered by the module "tmp_proxy" \([^)]*\)\. "Request-CsCertificate" in this session and 2 of its siblings are still those of the module "tmp_proxy"; use %\\Request-CsCertificate for the emulation, which talks to no real server\.$/,
    'proxy',
  ],
  ['nothing', '', undefined, 'emulation'],
];

const RUN = `$r = @(Request-CsCertificate -List); if ($r[0] -is [string]) { $r[0] } else { 'emulation' }`;
const QUALIFIED = `'' + (%\\Request-CsCertificate -List).RequestStatus`;

describe('An import says whose Request-CsCertificate the session has after it', () => {
  for (const module of ['Lync', 'SkypeForBusiness']) {
    for (const [rule, before, warning, winner] of SESSIONS) {
      test(`${module}: ${rule}`, async () => {
        const script = `${before}\nImport-Module % -Force 3>&1 | ForEach-Object { 'warning ' + $_ }\n${RUN}\n${QUALIFIED}`;
        const { stdout } = await runWithStandIn(script.replaceAll('%', module));
        const lines = stdout.trim().split(/\r?\n/);
        const warnings = lines
          .filter((line) => line.startsWith('warning '))
          .map((line) => line.slice('warning '.length));
        assert.equal(warnings.length, warning === undefined ? 0 : 1, stdout);
        if (warning !== undefined) assert.match(warnings[0] ?? '', new RegExp(warning.source.replaceAll('%', module)));
        assert.ok(!warnings.join('').includes(EMULATION));
        assert.deepEqual(lines.slice(warnings.length), [winner, 'Offline']);
      });
    }
  }
});
