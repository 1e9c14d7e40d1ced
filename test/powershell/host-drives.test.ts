import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { powerShellKind, runPowerShell } from './run-powershell.ts';

const base = mkdtempSync(join(tmpdir(), 'cscert-drives-'));
after(() => rmSync(base, { recursive: true, force: true }));

function run(command: string, drives: string, args: readonly string[] = []) {
  return runPowerShell(['-NoProfile', ...args, '-Command', command], { env: { PSHOST_DRIVES: drives } });
}

const skip = powerShellKind() === 'host' ? false : 'drives from the environment are an addition of our host';

describe('a drive of one letter stands for a Windows drive', { skip, concurrency: 2 }, () => {
  const table: readonly (readonly [rule: string, command: string, ...lines: readonly string[]])[] = [
    ['Get-Content', 'Get-Content C:\\LOGS\\A.TXT', 'text'],
    ['a slash', 'Get-Content c:/logs/a.txt', 'text'],
    ['Test-Path', 'Test-Path c:\\logs; Test-Path c:\\logs\\b.txt; Test-Path C:\\LOGS\\*.TXT', 'True', 'False', 'True'],
    ['a relative path', 'Set-Location C:\\lOGS; Get-Content .\\A.txt; Get-Content ..\\LOGS\\a.TXT', 'text', 'text'],
    ['Copy-Item', 'Copy-Item c:\\logs\\a.txt C:\\LOGS\\copy.txt; Get-Content C:\\Logs\\COPY.txt', 'text'],
    ['Out-File', "'more' | Out-File C:\\LOGS\\New.txt; (Get-Item c:\\logs\\new.TXT).Name", 'New.txt'],
    ['a redirection', "'more' > C:\\LOGS\\r.txt; Get-Content C:\\Logs\\R.txt", 'more'],
    ['CSV', '[pscustomobject]@{ a = 1 } | Export-Csv C:\\LOGS\\c.csv; (Import-Csv c:\\logs\\C.csv).a', '1'],
    ['a literal path', "Get-Content -LiteralPath 'C:\\LOGS\\a.TXT'", 'text'],
    ['several paths', '(Get-ChildItem C:\\LOGS\\a.txt, c:\\logs\\A.TXT).Count', '2'],
    [
      'what is not there keeps its spelling',
      'Test-Path C:\\LOGS\\X.y -IsValid; (New-Item c:\\logs\\UPPER.txt).Name',
      'True',
      'UPPER.txt',
    ],
    ['the names of this host keep their case', 'Test-Path /TMP', 'False'],
    [
      'a class of .NET that is made with a file',
      "$r = New-Object System.IO.StreamReader 'c:\\LOGS\\A.txt'; $r.ReadToEnd().Trim(); $w = New-Object IO.StreamWriter('C:\\logs\\w.txt', $true); $w.Write('more'); $w.Close(); Get-Content C:\\Logs\\W.TXT; (New-Object IO.FileInfo 'C:\\logs\\A.txt').Length; (New-Object Text.StringBuilder 'C:\\logs').ToString()",
      'text',
      'more',
      '5',
      'C:\\logs',
    ],
    [
      'a share',
      "$null = New-Item \\\\srv\\Share -ItemType Directory; 'x' > \\\\SRV\\share\\f.txt; Get-Content \\\\srv\\SHARE\\..\\..\\F.txt",
      'x',
    ],
    ['the administrative share of this machine', 'Get-Content \\\\localhost\\c$\\logs\\A.txt', 'text'],
  ];
  for (const [index, [rule, command, ...lines]] of table.entries()) {
    it(`${rule}: ${command}`, async () => {
      const root = join(base, `case${index}`, 'C');
      mkdirSync(join(root, 'Logs'), { recursive: true });
      writeFileSync(join(root, 'Logs', 'a.txt'), 'text\n');
      const result = await run(command, `C=${root}`);
      assert.deepEqual([result.stdout, result.stderr], [`${lines.join('\n')}\n`, '']);
    });
  }

  it('a script is found by its path, at -File too', async () => {
    const root = join(base, 'scripts', 'C');
    mkdirSync(join(root, 'Scripts'), { recursive: true });
    writeFileSync(join(root, 'Scripts', 'Inner.ps1'), '"inner $args"');
    writeFileSync(
      join(root, 'Scripts', 'Outer.ps1'),
      '& "$PSScriptRoot\\INNER.ps1" 1; & c:\\scripts\\inner.PS1 2; $args.Count',
    );
    const command = 'Set-Location c:\\SCRIPTS; .\\OUTER.ps1; . C:\\scripts\\inner.ps1 3; & C:\\scripts\\none.ps1';
    const called = await run(command, `C=${root}`);
    assert.equal(called.stdout, 'inner 1\ninner 2\n0\ninner 3\n');
    assert.match(called.stderr, /'C:\\scripts\\none\.ps1' is not recognized/);
    const { stdout, stderr } = await runPowerShell(['-NoProfile', '-File', 'c:\\scripts\\outer.ps1', 'x'], {
      env: { PSHOST_DRIVES: `C=${root}` },
    });
    assert.deepEqual([stdout, stderr], ['inner 1\ninner 2\n1\n', '']);
  });

  it('an exact name comes before one that differs in case', async () => {
    const root = join(base, 'exact', 'C');
    mkdirSync(root, { recursive: true });
    for (const name of ['A.txt', 'a.txt', 'a.TXT']) writeFileSync(join(root, name), `${name}\n`);
    const result = await run('Get-Content C:\\a.txt; Get-Content C:\\A.TXT', `C=${root}`);
    assert.equal(result.stdout, 'a.txt\nA.txt\n');
  });
});

describe('drives from PSHOST_DRIVES', { skip, concurrency: 2 }, () => {
  it('exist before any user code, in every scope', async () => {
    const root = join(base, 'scopes', 'c');
    const script = join(base, 'inner.ps1');
    writeFileSync(script, 'Test-Path C:\\request.req; function g { & { Get-Content c:\\request.req } }; g');
    const result = await run(
      `Set-Content C:\\request.req hello; & '${script}'; (Get-Item C:\\request.req).Name`,
      `C=${root}`,
    );
    assert.deepEqual([result.stdout, result.stderr], ['True\nhello\nrequest.req\n', '']);
    assert.equal(readFileSync(join(root, 'request.req'), 'utf8'), 'hello\n');
    assert.equal(statSync(root).mode & 0o777, 0o700);
  });

  it('folders that stay empty are removed again, with those above them', async () => {
    const result = await run('(Get-PSDrive C, D).Count', `C=${base}/empty/deep/c;\nD=${base}/empty/d`);
    assert.deepEqual([result.stdout, existsSync(join(base, 'empty'))], ['2\n', false]);
  });

  it('are removed after exit, an error and a signal too', async () => {
    await run('exit 3', `C=${base}/leaving/c`);
    await run("throw 'x'", `C=${base}/leaving/c`);
    await run('sh -c "kill -TERM $PID"; Start-Sleep 20', `C=${base}/leaving/c`);
    assert.equal(existsSync(join(base, 'leaving')), false);
  });

  it('an existing name is left alone', async () => {
    const result = await run('(Get-PSDrive Temp).Root -ne "/nosuch"', 'Temp=/nosuch');
    assert.deepEqual([result.stdout, result.stderr], ['True\n', '']);
  });

  it('a folder that cannot be made is one warning, and the session starts', async () => {
    writeFileSync(join(base, 'file'), '');
    const result = await run("'started'", `C=${base}/file/c`);
    assert.match(result.stdout, /^WARNING: .*'C'.*\nstarted\n$/);
    assert.equal(result.exitCode, 0);
  });

  it('an entry that makes no sense is one warning', async () => {
    const result = await run("'started'", 'C=relative');
    assert.match(result.stdout, /^WARNING: .*C=relative.*\nstarted\n$/);
  });

  it('take Windows spellings of paths', async () => {
    const root = join(base, 'inside');
    const result = await run(
      "New-Item C:\\a\\b -ItemType Directory | ForEach-Object Name; Set-Content C:\\a\\b\\..\\x.txt 1; (Get-ChildItem C:\\a -Name) -join ','; Set-Location C:\\a; (Get-Location).Path -replace '\\\\', '/'",
      `C=${root}`,
    );
    assert.deepEqual([result.stdout, result.stderr], ['b\nb,x.txt\nC:/a\n', '']);
  });
});
