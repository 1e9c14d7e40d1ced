import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type PowerShellOptions, powerShellKind, runPowerShell } from './run-powershell.ts';

const encoded = (text: string) => Buffer.from(text, 'utf16le').toString('base64');

let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cscert-host-'));
  const scripts: Record<string, string> = {
    'exit5.ps1': 'exit 5',
    'error.ps1': "Write-Error soft; 'went on'",
    'throw.ps1': "throw 'hard'",
    'native.ps1': "sh -c 'exit 9'",
    'arguments.ps1': 'param($Name, [switch]$On, [bool]$Flag) "$Name|$On|$Flag|$args"',
    'input.ps1': '"read: $(@($input) -join ",")"',
    'where.ps1': '"$PSCommandPath|$($MyInvocation.MyCommand.Name)"',
    'plain-text': '"no extension: $args"',
  };
  await Promise.all(Object.entries(scripts).map(([name, text]) => writeFile(join(folder, name), text)));
});

after(() => rm(folder, { recursive: true, force: true }));

interface Row {
  readonly title: string;
  readonly args: readonly string[];
  readonly exitCode: number;
  readonly stdout?: string | RegExp;
  readonly stderr?: RegExp;
  readonly options?: PowerShellOptions;
}

const NOP = ['-NoLogo', '-NoProfile'];

const rows: readonly Row[] = [
  { title: 'exit N of a command', args: ['-Command', 'exit 7'], exitCode: 7 },
  { title: 'a command that throws', args: ['-Command', "throw 'x'"], exitCode: 1, stderr: /x/ },
  { title: 'a last command that failed', args: ['-Command', '1; nosuchcommand'], exitCode: 1, stdout: '1\n' },
  {
    title: 'an earlier failure is forgotten',
    args: ['-Command', 'nosuchcommand; 1'],
    exitCode: 0,
    stdout: '1\n',
    stderr: /nosuchcommand/,
  },
  { title: "a native program's exit code becomes 1", args: ['-Command', "sh -c 'exit 3'"], exitCode: 1 },
  { title: 'a syntax error', args: ['-Command', 'if ('], exitCode: 1, stdout: '', stderr: /if/ },
  { title: 'the rest of the line is the command', args: ['-c', "'a'", '+', "'b'"], exitCode: 0, stdout: 'ab\n' },
  { title: 'an encoded command', args: ['-EncodedCommand', encoded("'ü'; exit 3")], exitCode: 3, stdout: 'ü\n' },
  { title: 'an encoded command that is not', args: ['-enc', 'zz!'], exitCode: 64 },
  {
    title: '-CommandWithArgs',
    args: ['-CommandWithArgs', '$args -join "-"', 'a', 'b c'],
    exitCode: 0,
    stdout: 'a-b c\n',
  },
  { title: '-Command without text', args: ['-Command'], exitCode: 64 },
  { title: 'an unknown switch', args: ['-nosuchswitch'], exitCode: 64, stderr: /nosuchswitch/ },
  { title: 'a file that is not there', args: ['-File', 'nosuch.ps1'], exitCode: 64, stderr: /nosuch\.ps1/ },
  { title: 'exit N of a script', args: ['-File', 'exit5.ps1'], exitCode: 5 },
  { title: 'the first argument that is no switch is a file', args: ['./exit5.ps1'], exitCode: 5 },
  {
    title: 'a script with an error goes on',
    args: ['-File', 'error.ps1'],
    exitCode: 0,
    stdout: 'went on\n',
    stderr: /soft/,
  },
  { title: 'a script that throws', args: ['-File', 'throw.ps1'], exitCode: 1, stderr: /hard/ },
  { title: "a script's last native exit code is not its own", args: ['-File', 'native.ps1'], exitCode: 0 },
  {
    title: 'script arguments',
    args: ['-File', 'arguments.ps1', 'n', '-On', '-Flag:$true', 'more'],
    exitCode: 0,
    stdout: 'n|True|True|more\n',
  },
  {
    title: 'script arguments with colons',
    args: ['-File', 'arguments.ps1', '-Name:x', '-On:false'],
    exitCode: 0,
    stdout: 'x|False|False|\n',
  },
  {
    title: 'a script reads $input',
    args: ['-File', 'input.ps1'],
    exitCode: 0,
    stdout: 'read: a,b\n',
    options: { input: 'a\nb\n' },
  },
  {
    title: 'a script knows where it is',
    args: ['-File', 'where.ps1'],
    exitCode: 0,
    stdout: /where\.ps1\|where\.ps1\n$/,
  },
  {
    title: 'a file without .ps1 is script text',
    args: ['-File', 'plain-text', 'a'],
    exitCode: 0,
    stdout: 'no extension: a\n',
  },
  {
    title: 'an execution policy is accepted',
    args: ['-ExecutionPolicy', 'Bypass', '-c', '1'],
    exitCode: 0,
    stdout: '1\n',
  },
  { title: '-WorkingDirectory', args: ['-WorkingDirectory', '/', '-c', '$PWD.Path'], exitCode: 0, stdout: '/\n' },
  {
    title: 'commands from standard input',
    args: ['-Command', '-'],
    exitCode: 0,
    stdout: '2\n',
    options: { input: '1+1\n' },
  },
  { title: 'an empty standard input', args: ['-Command', '-'], exitCode: 0, stdout: '' },
  { title: 'exit N from standard input', args: ['-Command', '-'], exitCode: 4, options: { input: 'exit 4\n1\n' } },
  {
    title: 'a block ends at an empty line',
    args: ['-Command', '-'],
    exitCode: 0,
    stdout: 'a\nb\n',
    options: { input: "if ($true) {\n'a'\n}\n\n'b'\n" },
  },
  {
    title: 'commands from standard input go on after an error',
    args: ['-Command', '-'],
    exitCode: 0,
    stdout: 'b\n',
    stderr: /x/,
    options: { input: "throw 'x'\n'b'\n" },
  },
  {
    title: '-NoExit goes on with standard input',
    args: ['-NoExit', '-Command', '-'],
    exitCode: 0,
    stdout: '1\n',
    options: { input: '1\n' },
  },
  {
    title: 'without a prompt, Read-Host is an error',
    args: ['-NonInteractive', '-c', 'Read-Host'],
    exitCode: 1,
    stderr: /NonInteractive mode/,
  },
  {
    title: 'without a prompt, so is a missing mandatory parameter',
    args: ['-NonInteractive', '-c', 'function f([Parameter(Mandatory)]$x) { 1 }; f'],
    exitCode: 1,
    stdout: '',
    stderr: /missing mandatory parameters: x/,
  },
  { title: '-Version', args: ['-Version'], exitCode: 0, stdout: /^PowerShell 7\.\d+\.\d+\n$/ },
  { title: '-Help', args: ['-Help'], exitCode: 0, stdout: /-EncodedCommand/ },
];

describe('the command line', { concurrency: 2 }, () => {
  for (const { title, args, exitCode, stdout, stderr, options } of rows) {
    it(title, async () => {
      const result = await runPowerShell([...NOP, ...args], { cwd: folder, ...options });
      assert.equal(result.exitCode, exitCode, result.stderr);
      if (typeof stdout === 'string') assert.equal(result.stdout, stdout);
      else if (stdout) assert.match(result.stdout, stdout);
      if (stderr) assert.match(result.stderr, stderr);
      else if (exitCode === 0) assert.equal(result.stderr, '');
    });
  }

  it('is prefix matched in any case', async () => {
    const result = await runPowerShell(['-nol', '-NOP', '--noni', '/c', "'x'"]);
    assert.deepEqual([result.stdout, result.exitCode], ['x\n', 0]);
  });

  it('needs no home, no locale and no terminal', async () => {
    const env = {
      HOME: '/nonexistent',
      XDG_CONFIG_HOME: undefined,
      XDG_DATA_HOME: undefined,
      XDG_CACHE_HOME: undefined,
    };
    const result = await runPowerShell([...NOP, '-c', "'é'"], {
      env: { ...env, LANG: 'C', LC_ALL: 'C', TERM: undefined },
    });
    assert.deepEqual(result, { stdout: 'é\n', stderr: '', exitCode: 0, signal: null });
  });

  it('reads profiles unless told not to', async () => {
    const home = await mkdtemp(join(folder, 'home-'));
    const configuration = join(home, 'powershell');
    await mkdir(configuration);
    await writeFile(join(configuration, 'profile.ps1'), "$fromAll = 'all'");
    await writeFile(join(configuration, 'Microsoft.PowerShell_profile.ps1'), '$fromHost = "$fromAll+host"');
    const env = { XDG_CONFIG_HOME: home };
    const [withProfile, without] = await Promise.all([
      runPowerShell(['-NoLogo', '-c', '$fromHost'], { env }),
      runPowerShell([...NOP, '-c', '"[$fromHost]"; Split-Path -Leaf $PROFILE'], { env }),
    ]);
    assert.equal(withProfile.stdout, 'all+host\n');
    assert.equal(without.stdout, '[]\nMicrosoft.PowerShell_profile.ps1\n');
  });

  it('calls itself what scripts expect', async () => {
    const text =
      '$Host.Name; "$($Host.Version)" -eq "$($PSVersionTable.PSVersion)"; $PSVersionTable.PSEdition; Test-Path $PSHOME';
    const result = await runPowerShell([...NOP, '-c', text]);
    assert.equal(result.stdout, 'ConsoleHost\nTrue\nCore\nTrue\n');
  });
});

describe('our host alone', {
  skip: powerShellKind() === 'host' ? false : 'the PowerShell here is not our host',
}, () => {
  it('treats piped commands without a switch as -Command -', async () => {
    const result = await runPowerShell(NOP, { input: "'x'\n" });
    assert.deepEqual([result.stdout, result.exitCode], ['x\n', 0]);
  });

  it('says which switches it does not have', async () => {
    const result = await runPowerShell(['-SSHServerMode']);
    assert.equal(result.exitCode, 64);
    assert.match(result.stderr, /not supported by this host/);
  });
});
