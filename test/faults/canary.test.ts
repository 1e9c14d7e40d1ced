import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { REPOSITORY } from '../../tools/setup/repository.mjs';
import { callContext } from '../fixtures/call-context.ts';
import { findCanaries, keyCanary, passwordCanary, watchArguments } from './harness/canary.ts';
import { makeFaultPlace } from './harness/places.ts';
import { runVerbs } from './harness/run-verbs.ts';
import { bundleVerbProcess } from './harness/verb-bundle.ts';
import { CA } from './harness/verb-call.ts';

const engine = join(REPOSITORY, 'psmodule', 'Lync', 'engine', 'main.cjs');
const powerShell = process.env['CSCERT_POWERSHELL'] ?? join(REPOSITORY, '.setup', 'pshost', 'pshost');

interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

test('a password and a private key are found nowhere after issued, denied, refused and stopped requests', async () => {
  using place = makeFaultPlace({ accounts: ['LITWARE\\ken'] });
  const folders = Object.fromEntries(
    ['home', 'temporary', 'work', 'outside'].map((name) => [name, join(place.root, name)]),
  ) as Readonly<Record<'home' | 'temporary' | 'work' | 'outside', string>>;
  for (const name of ['temporary', 'work', 'outside'] as const) mkdirSync(folders[name]);
  const { home, temporary: temporaryFolder, work, outside } = folders;
  const password = `canary-${randomUUID()}`;
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: outside,
    TMPDIR: temporaryFolder,
    CSCERT_HOME: home,
    CSCERT_DEPLOYMENT: place.deployment,
    CSCERT_NODE: process.execPath,
    PSModulePath: join(REPOSITORY, 'psmodule'),
  };
  const texts: Record<string, string> = {};
  const cscert = async (name: string, args: readonly string[], more: NodeJS.ProcessEnv = {}, input = '') => {
    const ran = await output(
      spawn(process.execPath, [engine, 'cli', ...args], { cwd: work, env: { ...env, ...more } }),
      input,
    );
    texts[`stdout of ${name}`] = ran.stdout;
    texts[`stderr of ${name}`] = ran.stderr;
    return ran;
  };
  const request = [
    '-New',
    '-Type',
    'Default',
    '-CA',
    CA,
    '-KeyAlg',
    'ECDH_P256',
    '-PrivateKeyExportable',
    '$true',
    '-Verbose',
  ];
  const account = [...request, '-CaAccount', 'LITWARE\\ken'];
  const CSCERT_CA_PASSWORD = password;

  const seenArguments = await watchArguments(async () => {
    const issued = await cscert('issued', [...account, '-Report', 'report.xml'], { CSCERT_CA_PASSWORD });
    assert.match(issued.stdout, /Thumbprint/);
    await cscert('issued by standard input', [...account, '-CaPassword', '-'], {}, `${password}\n`);
    await cscert('pending', [...account, '-Template', 'approval'], { CSCERT_CA_PASSWORD });
    await cscert('denied', [...account, '-Template', 'closed'], { CSCERT_CA_PASSWORD });
    const refused = await cscert('refused', [...request, '-CaAccount', 'LITWARE\\eve'], { CSCERT_CA_PASSWORD });
    assert.match(refused.stderr, /ERROR/);
    await cscert('mistaken', [...account, '-KeySize', '77'], { CSCERT_CA_PASSWORD });
    const { Thumbprint } = JSON.parse(issued.stdout);
    const pfx = ['certificate', 'export', Thumbprint, '--with-key', '--path', join(outside, 'key.pfx')];
    await cscert('export of a key', pfx, { CSCERT_PFX_PASSWORD: password });
    if (existsSync(powerShell)) await inPowerShell(env, { work, outside }, password, texts);
    await overTheLine(env, temporaryFolder, password, texts);
    await stopped(place.deployment, { home, temporaryFolder, password }, join(place.root, 'bundle'));
    await cscert('export', ['store', 'export', '--path', join(work, 'store.json')]);
  });
  texts['arguments of processes'] = seenArguments;

  const { Thumbprint } = JSON.parse(texts['stdout of issued'] ?? '');
  const exported = join(outside, 'key.pem');
  await output(
    spawn(process.execPath, [engine, 'cli', 'certificate', 'export', Thumbprint, '--path', exported, '--with-key'], {
      env,
    }),
  );
  const pem = /-----BEGIN PRIVATE KEY-----[\s\S]*-----END PRIVATE KEY-----/.exec(readFileSync(exported, 'utf8'))?.[0];
  assert.ok(pem, 'the key that is looked for is not known');
  const canaries = [passwordCanary(password), keyCanary(pem)];

  writeFileSync(join(work, 'planted'), `x${pem}${Buffer.from(`ab${password}`).toString('base64')}`);
  assert.equal(findCanaries(canaries, [work], {}).length, 2, 'the search would not find what is there');
  rmSync(join(work, 'planted'));
  assert.deepEqual(findCanaries(canaries, [home, temporaryFolder, work], texts), []);
});

/** The password in a variable, as scripts have it. */
async function inPowerShell(
  env: Record<string, string>,
  { work, outside }: { readonly work: string; readonly outside: string },
  password: string,
  texts: Record<string, string>,
): Promise<void> {
  const script = `
    $word = [Console]::In.ReadLine()
    Import-Module Lync
    $common = @{ New = $true; Type = 'Default'; CA = '${CA}'; KeyAlg = 'ECDH_P256'; CaAccount = 'LITWARE\\ken'; CaPassword = $word; Verbose = $true }
    Request-CsCertificate @common
    foreach ($more in @{ Template = 'closed' }, @{ KeySize = 77 }, @{ Template = 'approval' }) {
      try { Request-CsCertificate @common @more } catch { "$_"; $_.Exception.ToString(); $_.ErrorDetails.RecommendedAction }
    }
    Import-CsCertificate -Path '${join(outside, 'key.pfx')}' -Password $word -Verbose -Report import.html
    'imported'
    try { Import-CsCertificate -Path '${join(outside, 'key.pfx')}' -Password "$word " -Verbose } catch { "$_"; $_.Exception.ToString() }`;
  const args = ['-NoProfile', '-NonInteractive', '-Command', script];
  const ran = await output(spawn(powerShell, args, { cwd: work, env }), `${password}\n`);
  assert.match(ran.stdout, /Thumbprint[\s\S]*imported[\s\S]*password is not correct/, ran.stderr);
  texts['stdout of PowerShell'] = ran.stdout;
  texts['stderr of PowerShell'] = ran.stderr;
}

/** All that the engine says on its line while it is given a password. */
async function overTheLine(
  env: Record<string, string>,
  temporaryFolder: string,
  password: string,
  texts: Record<string, string>,
): Promise<void> {
  const child = spawn(process.execPath, [engine, 'rpc'], { env });
  const context = callContext(temporaryFolder, { verbose: true });
  const credentials = { CaAccount: 'LITWARE\\eve', CaPassword: password };
  const parameters = { Type: ['Default'], CA, KeyAlg: 'ECDH_P256', ...credentials };
  const message = { jsonrpc: '2.0', id: 1, method: 'requestCertificate' };
  const params = { parameterSet: 'ByNew', parameters, context };
  const wrong = { ...params, parameters: { ...parameters, Unknown: 1 } };
  child.stdin.write(`${JSON.stringify({ ...message, params: wrong })}\n`);
  child.stdin.write(`${JSON.stringify({ ...message, id: 2, params })}\n`);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n').filter((part) => part.includes('host/shouldProcess'))) {
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: JSON.parse(line).id, result: { proceed: true } })}\n`);
    }
    said += text;
    if (/"id":2,|"id":2}/.test(said)) child.stdin.end();
  });
  await once(child, 'close');
  assert.match(said, /"id":2/);
  texts['the line protocol'] = said;
}

async function stopped(
  deployment: string,
  more: { readonly home: string; readonly temporaryFolder: string; readonly password: string },
  folder: string,
): Promise<void> {
  mkdirSync(folder);
  const bundle = await bundleVerbProcess(folder);
  for (const step of [6, 12, 18]) {
    const order = {
      ...more,
      deployment,
      calls: [{ verb: 'new', template: 'WebServer' }],
    } as const;
    const { code } = await runVerbs(bundle, { ...order, end: { step, side: 'after' } });
    assert.equal(code, null, 'it was not stopped');
  }
}

async function output(child: ChildProcess, input = ''): Promise<Output> {
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  const stdout = child.stdout?.setEncoding('utf8').toArray();
  const stderr = child.stderr?.setEncoding('utf8').toArray();
  await once(child, 'close');
  return { stdout: (await stdout)?.join('') ?? '', stderr: (await stderr)?.join('') ?? '' };
}
