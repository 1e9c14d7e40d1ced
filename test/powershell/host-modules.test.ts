import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { powerShellKind, runPowerShell, runScript } from './run-powershell.ts';

const skip = powerShellKind() === 'host' ? false : 'the PowerShell here is not our host';

describe('the modules beside the host', { skip, concurrency: 2 }, () => {
  it('export exactly the cmdlets that they have', async () => {
    const { stdout, stderr } = await runScript(`
      foreach ($manifest in Get-ChildItem $PSHOME/Modules/*/*.psd1) {
        $listed = (Import-PowerShellDataFile $manifest).CmdletsToExport | Sort-Object
        $assembly = [System.Reflection.Assembly]::LoadFrom((Get-ChildItem $manifest.Directory -Filter *.dll).FullName)
        $compiled = $assembly.GetExportedTypes() | ForEach-Object {
          $attribute = [System.Attribute]::GetCustomAttribute($_, [System.Management.Automation.CmdletAttribute])
          if ($attribute) { "$($attribute.VerbName)-$($attribute.NounName)" }
        } | Sort-Object
        "$($manifest.BaseName) $(($listed -join ',') -eq ($compiled -join ','))"
      }
    `);
    assert.equal(stderr, '');
    assert.equal(
      stdout,
      'Microsoft.PowerShell.Host True\nMicrosoft.PowerShell.Management True\nMicrosoft.PowerShell.Security True\nMicrosoft.PowerShell.Utility True\n',
    );
  });

  it('are loaded by name, and no other way', async () => {
    const { stdout } = await runPowerShell([
      '-NoProfile',
      '-Command',
      '@(Get-Module).Count; $null = Write-Output 1; (Get-Module).Name; (Get-Command Get-Item).Source',
    ]);
    assert.equal(stdout, '0\nMicrosoft.PowerShell.Utility\nMicrosoft.PowerShell.Management\n');
  });

  it('go by the aliases of Windows in a session with its variables, and by programs elsewhere', async () => {
    const script = `'ls', 'cp', 'sort', 'rm', 'cat' | ForEach-Object { '' + (Get-Command $_)[0].CommandType }; 3, 1 | sort`;
    const windows = await runScript(`${script}; (ls env:OS).Value`, { env: { OS: 'Windows_NT' } });
    assert.deepEqual(windows.stdout.split('\n'), [...Array(5).fill('Alias'), '1', '3', 'Windows_NT', '']);
    const here = await runScript(script, { env: { OS: undefined } });
    assert.deepEqual(here.stdout.split('\n'), [...Array(5).fill('Application'), '1', '3', '']);
  });

  it('know who runs a session with the variables of Windows: the administrator of the computer that is played', async () => {
    const script = `
      ([Security.Principal.WindowsPrincipal][Security.Principal.WindowsIdentity]::GetCurrent()).IsInRole([Security.Principal.WindowsBuiltInRole] "Administrator")
      $me = [System.Security.Principal.WindowsIdentity]::GetCurrent()
      $principal = New-Object Security.Principal.WindowsPrincipal($me)
      $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
      $principal.IsInRole(544)
      $principal.IsInRole('BUILTIN\\Administrators')
      $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Guest)
      $principal.IsInRole('LITWAREINC\\Somebody')
      "$($me.Groups -match 'S-1-5-32-544')"
      "$($me.Name) $($principal.Identity.IsAuthenticated)"
    `;
    const env = { OS: 'Windows_NT', USERDOMAIN: 'LITWAREINC', USERNAME: 'kenmyer' };
    const { stdout, stderr } = await runScript(script, { env });
    assert.equal(stderr, '');
    const expected = ['True', 'True', 'True', 'True', 'False', 'False', 'S-1-5-32-544', 'LITWAREINC\\kenmyer True', ''];
    assert.deepEqual(stdout.split('\n'), expected);
    const elsewhere = await runScript('[Security.Principal.WindowsIdentity]::GetCurrent()', { env: { OS: undefined } });
    assert.match(elsewhere.stderr, /not supported on this platform/);
  });

  it('say clearly that there is no compiler', async () => {
    const { stderr, exitCode } = await runPowerShell(['-NoProfile', '-c', "Add-Type -TypeDefinition 'class A {}'"]);
    assert.match(stderr, /cannot compile C# source/);
    assert.equal(exitCode, 1);
  });

  it('load assemblies by name and by path', async () => {
    const { stdout, stderr } = await runScript(`
      Add-Type -AssemblyName System.Xml.Linq
      [System.Xml.Linq.XDocument].Name
      (Add-Type -Path "$PSHOME/Newtonsoft.Json.dll" -PassThru).Count -gt 100
      Add-Type -AssemblyName No.Such
    `);
    assert.equal(stdout, 'XDocument\nTrue\n');
    assert.match(stderr, /No\.Such/);
  });

  it('serve a session without language', async () => {
    const { stdout, stderr, exitCode } = await runScript(`
      $file = "$HOME/role.pssc"
      New-PSSessionConfigurationFile -Path $file -SessionType Default -LanguageMode NoLanguage -VisibleCmdlets Get-Command, Out-Default, Write-Output
      & ([Environment]::ProcessPath) -NoProfile -ConfigurationFile $file -Command 'Write-Output allowed'
      & ([Environment]::ProcessPath) -NoProfile -ConfigurationFile $file -Command '1 + 1'
      $LASTEXITCODE
      & ([Environment]::ProcessPath) -NoProfile -ConfigurationFile $file -Command 'Get-Item /'
      $LASTEXITCODE
    `);
    assert.deepEqual([stdout, exitCode], ['allowed\n1\n1\n', 0], stderr);
  });
});
